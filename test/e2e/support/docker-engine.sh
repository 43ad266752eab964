#!/usr/bin/env bash
# A Docker Engine in a network namespace of its own, so that its firewall rules and bridges are not the machine's.
#   docker-engine.sh join FOLDER PID    starts it, or finds it running, and writes down who uses it
#   docker-engine.sh restart FOLDER PID stops the daemon and starts it again
#   docker-engine.sh leave FOLDER PID   stops it once nobody uses it any more
# What it keeps (images above all) stays in FOLDER for the next time. Callers hold a lock that they don't hand on (flock --close).
set -euo pipefail
verb=$1 folder=$2 user=$3

# One engine a folder: interfaces and subnet go by the folder's name.
number=$(($(printf %s "$folder" | cksum | cut -d ' ' -f 1) % 200 + 20))
namespace=difusor-e2e-$number
inside=10.219.$number.254
socket=unix://$folder/docker.sock

runs() { docker --host "$socket" version --format '{{.Server.Version}}' >>"$folder/start.log" 2>&1; }

network() {
  ip netns delete "$namespace" 2>/dev/null || true
  ip link delete "dfe$number" 2>/dev/null || true
  ip netns add "$namespace"
  ip link add "dfe$number" type veth peer name dfe-host netns "$namespace"
  # Several addresses, so that a test can be several readers.
  for reader in $(seq 1 9); do ip address add "10.219.$number.$reader/24" dev "dfe$number"; done
  ip link set "dfe$number" up
  ip -n "$namespace" link set lo up
  ip -n "$namespace" address add "$inside/24" dev dfe-host
  ip -n "$namespace" link set dfe-host up
}

# A way out for `docker build`; without it, only what needs no registry can be built.
outside() {
  command -v slirp4netns >/dev/null || return 0
  (setsid slirp4netns --configure --mtu=65520 --disable-host-loopback --netns-type=path "/run/netns/$namespace" tap0 \
    >"$folder/slirp.log" 2>&1 & echo $! >"$folder/slirp.pid")
}

start() {
  network
  outside
  engine
}

engine() {
  rm -f "$folder/docker.pid" "$folder/exec/containerd/containerd.pid"
  # Not `ip netns exec`, which mounts /sys anew, without the control groups.
  (setsid nsenter --net="/run/netns/$namespace" dockerd --host "$socket" --data-root "$folder/data" --exec-root "$folder/exec" \
    --pidfile "$folder/docker.pid" --userland-proxy=false --live-restore \
    --default-address-pool "base=10.220.$number.0/20,size=24" >"$folder/dockerd.log" 2>&1 &)
  for _ in $(seq 1 1500); do
    if runs; then return; fi
    sleep 0.2
  done
  tail -n 5 "$folder/dockerd.log" >&2
  return 1
}

remove_containers() {
  containers=$(docker --host "$socket" ps --all --quiet 2>/dev/null || true)
  if [ -n "$containers" ]; then docker --host "$socket" rm --force $containers >/dev/null || true; fi
}

stop() {
  remove_containers
  for pid in docker.pid slirp.pid; do
    if [ -f "$folder/$pid" ]; then
      kill "$(cat "$folder/$pid")" 2>/dev/null || true
      for _ in $(seq 1 100); do kill -0 "$(cat "$folder/$pid" 2>/dev/null)" 2>/dev/null || break; sleep 0.1; done
    fi
  done
  for mount in "$folder"/exec/netns/*; do umount "$mount" 2>/dev/null || true; done
  rm -f "$folder/slirp.pid"
  ip netns delete "$namespace" 2>/dev/null || true
  ip link delete "dfe$number" 2>/dev/null || true
}

# The daemon alone: containers live through it, and so does the network.
restart() {
  kill "$(cat "$folder/docker.pid")"
  for _ in $(seq 1 100); do kill -0 "$(cat "$folder/docker.pid" 2>/dev/null)" 2>/dev/null || break; sleep 0.1; done
  engine
}

users() { for each in "$folder"/users/*; do if kill -0 "$(basename "$each")" 2>/dev/null; then echo "$each"; else rm -f "$each"; fi; done; }

mkdir -p "$folder/users"
case $verb in
  join)
    # What a run left that was cut off would hold its ports.
    if ! runs; then start; elif [ -z "$(users)" ]; then remove_containers; fi
    touch "$folder/users/$user"
    echo "$socket $inside $namespace"
    ;;
  restart) restart ;;
  leave)
    rm -f "$folder/users/$user"
    [ -n "$(users)" ] || stop
    ;;
esac
