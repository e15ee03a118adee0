# A clean Debian in a folder, and a container that boots it. Sourced by Tests/Systemd/run.

leader=

make_tree() {
    local suite packages=systemd-sysv,dbus,sudo,sqlite3
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    if command -v mmdebstrap >/dev/null; then
        mmdebstrap --quiet --variant=apt --skip=cleanup/apt --include=$packages "$suite" "$1" ${CUPEL_TEST_MIRROR:-}
    else
        debootstrap --variant=minbase --include=$packages "$suite" "$1" ${CUPEL_TEST_MIRROR:-}
    fi
    # The journal is to outlast a reboot, and the machine to know itself after one.
    mkdir -p "$1/var/log/journal"
    rm -f "$1/etc/machine-id" && systemd-machine-id-setup --root="$1" >/dev/null 2>&1
}

# Where no systemd runs there is no manager that could give the container a unit of its own.
nspawn() {
    local keep=()
    [ "$(cat /proc/1/comm)" = systemd ] || keep=(--keep-unit)
    exec systemd-nspawn --quiet --directory="$tree" --register=no "${keep[@]}" "$@"
}

# A command in the tree, which is not booted; with the network of this machine, for apt.
unbooted() { (nspawn --pipe --resolv-conf=copy-host -- /usr/bin/env DEBIAN_FRONTEND=noninteractive "$@" </dev/null); }

boot() {
    nspawn --private-network --console=pipe --boot </dev/null >"$work/console" 2>&1 &
    nspawn_pid=$!
    leader=
    wait_until 30 "the container to start" find_leader
    wait_until 60 "the container to boot" booted
}
find_leader() { leader=$(pgrep -P "$nspawn_pid" | head -1) && [ -n "$leader" ]; }
booted() { [[ $(inside systemctl is-system-running 2>/dev/null) =~ running|degraded ]]; }

halt() {
    [ -n "$leader" ] || return 0
    inside systemctl poweroff >/dev/null 2>&1 || true
    for _ in $(seq 100); do kill -0 "$nspawn_pid" 2>/dev/null || break; sleep 0.1; done
    # The first process of the container takes all others with it.
    kill -KILL "$leader" 2>/dev/null || true
    wait "$nspawn_pid" 2>/dev/null || true
    leader=
}

# A command in the booted container, as root.
inside() {
    nsenter --target "$leader" --mount --uts --ipc --net --pid --cgroup --root --wd=/ -- \
        /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}
# The same as somebody: as labsync touch /x
as() { inside runuser -u "$1" -- "${@:2}"; }

wait_until() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $end ] || { echo "waited in vain for $what"; return 1; }
        sleep 0.1
    done
}
