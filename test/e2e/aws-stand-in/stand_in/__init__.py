"""An AWS control plane on loopback: moto's server with a CloudFormation that deploys, rolls back and deletes."""
