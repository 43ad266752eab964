/** Words of the demonstration that the README's first command runs. */
export const demo = {
  'demo.check': 'Síntesis de {example} y juicio contra la convocatoria',
  'demo.deploy': 'Despliegue con el CDK CLI sobre un doble local de CloudFormation',
  'demo.deployed': '{name}: {count} recursos en el doble (ninguno en AWS). Salidas:',
  'demo.publish': 'Dos cortes de muestra, como si fuera la noche del {night}',
  'demo.next': 'Qué sigue',
  'demo.next.steps': `1. Copie examples/bcs/difusor.yaml y ponga su institución, dominio y fechas.
2. DIFUSOR=mi/difusor.yaml npx difusor check
3. npx cdk bootstrap, una vez, y npx cdk deploy -c difusor=mi/difusor.yaml
4. Mande la IP fija al instituto y llene el secreto con sus credenciales.
En servidores propios: DIFUSOR=examples/veracruz/difusor.yaml node dist/bin/server.js
y docs/servidor.md. npm test pasa las pruebas; el README dice lo demás.`,
} as const;
