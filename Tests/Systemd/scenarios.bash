# What must hold of the package and the service. Sourced by Tests/Systemd/run; a name is a sentence.

# --- The package, in a tree that is not booted

package() { # REVISION: a package of that revision, whose starter Standards differ where it is not the first
    local folder=$work/packages made
    made=$(CUPEL_DEB_REVISION=$1 CUPEL_DEB_COMPRESSION=none systemd/debian/build "$program" "$folder")
    if [ "$1" != 1 ]; then
        dpkg-deb -R "$made" "$work/other"
        echo "# of revision $1" >>"$work/other/etc/cupel/Standards/sampling.toml"
        echo "# of revision $1" >>"$work/other/etc/cupel/Standards/composites.toml"
        dpkg-deb --root-owner-group -Znone --build "$work/other" "$made" >/dev/null
        rm -r "$work/other"
    fi
    install -m 0644 "$made" "$tree/root/cupel-$1.deb"
}

scenario_the_package_installs_into_a_clean_Debian_and_brings_its_libraries() { installs; }
installs() {
    package 1
    package 2
    # The same program makes the same package, whoever makes it.
    (umask 077 && TZ=Asia/Tokyo CUPEL_DEB_COMPRESSION=none systemd/debian/build "$program" "$work/again")
    cmp "$work/again/cupel_"*-1_*.deb "$work/packages/cupel_"*-1_*.deb
    unbooted apt-get install -y -qq --no-install-recommends /root/cupel-1.deb
    unbooted runuser -u cupel -- cupel standards --root /etc/cupel check
    unbooted cupel --version
    for group in cupel cupel-delivery cupel-review; do grep -q "^$group:" "$tree/etc/group"; done
    [ "$(stat -c %a "$tree/var/lib/cupel/incoming")" = 2770 ]
    [ -L "$tree/etc/systemd/system/multi-user.target.wants/cupel.service" ]
}

scenario_an_upgrade_keeps_what_a_person_edited_and_brings_the_rest() {
    echo "# ours" >>"$tree/etc/cupel/Standards/sampling.toml"
    echo "# ours" >"$tree/etc/cupel/Standards/policies/note.txt"
    unbooted dpkg --force-confdef --force-confold -i /root/cupel-2.deb
    grep -qx "# ours" "$tree/etc/cupel/Standards/sampling.toml"
    grep -qx "# of revision 2" "$tree/etc/cupel/Standards/composites.toml"
    [ -e "$tree/etc/cupel/Standards/sampling.toml.dpkg-dist" ]
    # What dpkg leaves beside an edited file is not read as Standards.
    unbooted runuser -u cupel -- cupel standards --root /etc/cupel check
}

scenario_a_purge_keeps_ledger_and_archive_unless_it_is_told_otherwise() {
    echo "a ledger" >"$tree/var/lib/cupel/ledger.sqlite"
    unbooted apt-get remove -y -qq cupel
    [ -e "$tree/etc/cupel/cupel.toml" ] && [ ! -e "$tree/usr/bin/cupel" ]
    unbooted apt-get purge -y -qq cupel
    [ ! -e "$tree/etc/cupel/cupel.toml" ] && [ -e "$tree/var/lib/cupel/ledger.sqlite" ]
    [ -e "$tree/etc/cupel/Standards/policies/note.txt" ]
    unbooted dpkg -i /root/cupel-1.deb
    unbooted env CUPEL_PURGE=everything dpkg --purge cupel
    [ ! -e "$tree/var/lib/cupel" ] && [ ! -e "$tree/etc/cupel" ]
    # Installed once more, for what follows.
    unbooted dpkg -i /root/cupel-1.deb
    for user in labsync:cupel-delivery reader:cupel mroy:cupel,cupel-review nobodys:; do
        unbooted useradd -m "${user%%:*}"
        [ -z "${user#*:}" ] || unbooted usermod -aG "${user#*:}" "${user%%:*}"
    done
}

# --- The service, in a container that is booted

scenario_boots() { :; }

deliver() { # NAME < content: as the laboratory's account delivers it, by rename
    cat >"$tree/tmp/delivery" && chmod 644 "$tree/tmp/delivery"
    nsenter --target "$leader" --mount --pid --root --wd=/ -- /usr/sbin/runuser -u labsync -- /bin/sh -c \
        "cat >/var/lib/cupel/incoming/.$1.part && mv /var/lib/cupel/incoming/.$1.part /var/lib/cupel/incoming/$1" \
        <"$tree/tmp/delivery"
}
certificate() { sed "s/VA26011111/$1/" Tests/Demo/VA26011111.csv; }
ledger() { as reader sqlite3 -readonly /var/lib/cupel/ledger.sqlite "$1"; }
judged() { [ "$(ledger "SELECT outcome FROM verdicts WHERE batch = '$1' AND current")" = "${2:-not_evaluated}" ]; }
known() { [ -n "$(ledger "SELECT outcome FROM verdicts WHERE batch = '$1' AND current")" ]; }
# Bash ends at no command behind a !, so what must fail is asked for by name.
refused() { if "$@" >/dev/null 2>&1; then echo "allowed: $*"; return 1; fi; }
property() { inside systemctl show -P "$1" cupel; }
active() { [ "$(property ActiveState)" = active ]; }
# All is read: where grep ended at the first match, journalctl would fail on the closed pipe.
said() { inside journalctl -u cupel -o cat --no-pager | grep "$1" >/dev/null; }

scenario_the_service_is_ready_when_its_watch_is_armed_and_says_so_in_words() {
    active
    property StatusText | grep "watching incoming/; nothing waiting"
    [ "$(property NRestarts)" = 0 ]
    # That ready comes after the first listing is a test of the program: the journal hears of the two by different ways.
    inside journalctl -u cupel -o cat --no-pager | grep 'notice: watching incoming/' >/dev/null
}

scenario_another_user_delivers_and_verdict_and_alert_follow() {
    deliver dispatch-410001.csv <Tests/Demo/dispatch-410001.csv
    deliver dispatch-410025.csv <Tests/Demo/dispatch-410025.csv
    deliver VA26011111.csv <Tests/Demo/VA26011111.csv
    deliver VA26011112.csv <Tests/Demo/VA26011112.csv
    wait_until 20 "a pass" judged VA26011111 pass
    wait_until 20 "a failure" judged VA26011112 fail
    wait_until 20 "the alert" as reader cat /var/lib/cupel/alerts/VA26011112.txt
    # The journal knows how bad it is, and of which unit.
    inside journalctl -u cupel -p warning -o json --no-pager | grep 'judged batch=VA26011112' | grep '"PRIORITY":"4"' \
        | grep -q '"_SYSTEMD_UNIT":"cupel.service"'
}

scenario_the_journal_is_asked_by_event_batch_and_outcome() {
    local entry
    entry=$(inside journalctl -u cupel CUPEL_EVENT=judged CUPEL_BATCH=VA26011112 -o json --no-pager)
    grep -q '"CUPEL_OUTCOME":"fail"' <<<"$entry"
    grep -q '"CUPEL_LABORATORY":"ALS"' <<<"$entry"
    grep -q '"SYSLOG_IDENTIFIER":"cupel"' <<<"$entry"
    inside journalctl -u cupel CUPEL_EVENT=watching -o cat --no-pager | grep 'notice: watching incoming/' >/dev/null
}

scenario_each_group_may_do_what_it_is_for_and_no_more() {
    for somebody in reader nobodys mroy; do refused as $somebody touch /var/lib/cupel/incoming/x; done
    for somebody in labsync nobodys; do
        refused as $somebody cat /var/lib/cupel/alerts/VA26011112.txt
        refused as $somebody cat /var/lib/cupel/ledger.sqlite
        refused as $somebody cupel-review
    done
    refused as reader cupel-review
    refused as mroy sqlite3 /var/lib/cupel/ledger.sqlite "DELETE FROM audit_log"
    refused as mroy cupel-review accept VA26011112 --root /tmp --reason x --by y
    refused as mroy sudo -n -u cupel /usr/bin/cupel --version
    as mroy cupel-review list
    as mroy cupel-review reassay VA26011112 --reason "CRM high in Cu" --by "M. Roy"
    [ "$(ledger "SELECT state FROM failure_queue WHERE batch = 'VA26011112'")" = reassay_requested ]
}

scenario_every_container_is_opened_under_the_hardening_and_every_command_works_in_it() {
    certificate VA26020001 | gzip | deliver VA26020001.csv.gz
    certificate VA26020002 | bzip2 | deliver VA26020002.csv.bz2
    certificate VA26020003 | xz | deliver VA26020003.csv.xz
    mkdir -p "$work/box" && certificate VA26020004 >"$work/box/VA26020004.csv"
    tar -C "$work/box" -c VA26020004.csv | deliver VA26020004.tar
    head -c 5000 /dev/urandom | deliver noise.bin
    for batch in VA26020001 VA26020002 VA26020003 VA26020004; do wait_until 20 "$batch" known $batch; done
    wait_until 20 "a quarantined file" eval '[ -n "$(ledger "SELECT 1 FROM deliveries WHERE disposition = '"'quarantined'"'")" ]'
    # The service's own sandbox, with other commands in it. A batch that failed makes some of them say 1.
    mkdir -p "$tree/etc/systemd/system"
    in_the_sandbox 0 "audit --root /etc/cupel verify"
    in_the_sandbox 0 "backup --root /etc/cupel /var/lib/cupel/copy.sqlite"
    in_the_sandbox 1 "revalidate --root /etc/cupel --all --again --dry-run"
    in_the_sandbox 0 "statistics materials --root /etc/cupel"
    in_the_sandbox 0 "queue --root /etc/cupel list"
    in_the_sandbox 0 "show --root /etc/cupel VA26011112"
    in_the_sandbox 0 "standards --root /etc/cupel check"
    in_the_sandbox 0 "export --root /etc/cupel --released"
    in_the_sandbox 0 "policy show --root /etc/cupel"
    in_the_sandbox 1 "doctor --root /etc/cupel"
}

# Runs a command of cupel under everything that the unit forbids the service, and holds its exit status against the one
# expected; 1 stands for 0 or 1.
in_the_sandbox() {
    sed -e "s|^ExecStart=.*|ExecStart=/usr/bin/cupel $2|; s|^Type=notify|Type=oneshot|; /^Restart=/d; /^Watchdog/d" \
        -e 's|^\[Install\]||; s|^WantedBy=.*||' -e "/^Type=/a SuccessExitStatus=$1" \
        "$tree/usr/lib/systemd/system/cupel.service" >"$tree/etc/systemd/system/cupel-command.service"
    inside systemctl daemon-reload
    inside systemctl start cupel-command || { echo "in the sandbox: cupel $2"; return 1; }
}

scenario_metrics_and_the_alert_command_work_in_the_sandbox() {
    local settings=$tree/etc/cupel/cupel.toml
    cp "$settings" "$work/settings"
    cat >"$tree/usr/local/bin/tell" <<'END'
#!/bin/sh
cat >"/var/lib/cupel/told-$CUPEL_BATCH"
END
    chmod 755 "$tree/usr/local/bin/tell"
    cat >>"$settings" <<'END'
[metrics]
listen = "unix:/run/cupel/metrics.sock"
textfile = "/var/lib/cupel/cupel.prom"
[alerts]
command = ["/usr/local/bin/tell"]
END
    inside systemctl restart cupel
    sed 's/VA26011112/VA26090001/' Tests/Demo/VA26011112.csv | deliver VA26090001.csv
    wait_until 30 "the alert on the command's standard input" \
        inside grep -q '"batch" : "VA26090001"' /var/lib/cupel/told-VA26090001
    # Alerts that stood before the command was there are not handed over.
    refused inside test -e /var/lib/cupel/told-VA26011112
    curl --silent --fail --unix-socket "/proc/$leader/root/run/cupel/metrics.sock" http://cupel/metrics >"$work/metrics"
    grep -q '^cupel_build_info' "$work/metrics"
    wait_until 30 "the text file" inside grep -q '^cupel_build_info' /var/lib/cupel/cupel.prom
    cp "$work/settings" "$settings"
    inside systemctl restart cupel
}

scenario_a_reload_takes_good_Standards_and_keeps_the_old_ones_where_the_new_are_broken() {
    local policy=$tree/etc/cupel/Standards/policies/default.toml pid
    pid=$(property MainPID)
    cp "$policy" "$work/policy"
    echo "nonsense = [" >>"$policy"
    inside systemctl reload cupel
    wait_until 10 "words about the error" said "default.toml"
    certificate VA26030001 | deliver VA26030001.csv
    wait_until 20 "a verdict by the Standards before" known VA26030001
    sed 's/^fail_sd = 3$/fail_sd = 5/' "$work/policy" >"$policy"
    inside systemctl reload cupel
    sed 's/VA26011112/VA26030002/' Tests/Demo/VA26011112.csv | deliver VA26030002.csv
    wait_until 20 "a verdict by the new Standards" known VA26030002
    [ -z "$(ledger "SELECT 1 FROM verdicts a JOIN verdicts b USING (policy_sha256) WHERE a.batch = 'VA26030001' AND b.batch = 'VA26030002'")" ]
    cat "$work/policy" >"$policy"
    [ "$(property MainPID)" = "$pid" ]
}

scenario_a_killed_daemon_comes_back_by_itself() {
    inside systemctl kill -s KILL cupel
    certificate VA26040001 | deliver VA26040001.csv
    wait_until 30 "a verdict" known VA26040001
    [ "$(property NRestarts)" = 1 ]
}

scenario_a_stop_during_work_loses_nothing() {
    for number in $(seq 50001 50040); do certificate "VA260$number" | deliver "VA260$number.csv"; done
    inside systemctl stop cupel
    [ "$(property Result)" = success ] && [ "$(property ExecMainStatus)" = 0 ]
    inside systemctl start cupel
    wait_until 60 "all verdicts" eval '[ "$(ledger "SELECT count(*) FROM verdicts WHERE batch LIKE '"'VA2605%'"' AND current")" = 40 ]'
}

scenario_the_watchdog_starts_a_hung_daemon_anew() {
    mkdir -p "$tree/run" && inside sh -c 'mkdir -p /run/systemd/system/cupel.service.d &&
        printf "[Service]\nWatchdogSec=3\n" >/run/systemd/system/cupel.service.d/test.conf'
    inside systemctl daemon-reload
    inside systemctl restart cupel
    sleep 5
    active && [ "$(property NRestarts)" = 0 ]
    inside systemctl kill -s STOP cupel
    wait_until 30 "a restart" eval '[ "$(property NRestarts)" = 1 ] && active'
    said "Watchdog timeout"
    inside sh -c 'rm -r /run/systemd/system/cupel.service.d && systemctl daemon-reload && systemctl restart cupel'
}

scenario_a_full_disk_loses_nothing_and_passes() {
    inside systemctl stop cupel
    inside mount -t tmpfs -o size=12m,mode=0751,uid="$(inside id -u cupel)" tmpfs /var/lib/cupel
    inside systemd-tmpfiles --create cupel.conf
    inside systemctl start cupel
    certificate VA26060001 | deliver first.csv
    wait_until 20 "a verdict" known VA26060001
    # A delivery that is whole, and then no room: the folder is filled before its content can be archived.
    inside sh -c 'dd if=/dev/zero of=/var/lib/cupel/filler bs=4k 2>/dev/null; truncate -s -8k /var/lib/cupel/filler'
    certificate VA26060002 | deliver second.csv
    sleep 4
    active
    inside test -e /var/lib/cupel/incoming/second.csv
    inside rm /var/lib/cupel/filler
    wait_until 60 "a verdict after the disk has room" known VA26060002
    inside systemctl stop cupel
    inside umount /var/lib/cupel
    inside systemctl start cupel
}

scenario_an_upgrade_under_load_judges_every_certificate_once() {
    (for number in $(seq 70001 70040); do certificate "VA260$number" | deliver "VA260$number.csv"; done) &
    local load=$! before
    before=$(property MainPID)
    inside dpkg --force-confdef --force-confold -i /root/cupel-2.deb
    wait $load
    wait_until 60 "all verdicts" eval '[ "$(ledger "SELECT count(*) FROM verdicts WHERE batch LIKE '"'VA2607%'"' AND current")" = 40 ]'
    [ "$(ledger "SELECT count(*) FROM deliveries WHERE file_name LIKE 'VA2607%'")" = 40 ]
    active && [ "$(property MainPID)" != "$before" ]
    as cupel cupel audit verify --root /etc/cupel
}

scenario_after_a_reboot_it_runs_and_takes_what_came_meanwhile() {
    # This shell is not the one that will end the container: its process is found anew by the other.
    halt
    certificate VA26080001 >"$tree/var/lib/cupel/incoming/meanwhile.csv"
    chmod 644 "$tree/var/lib/cupel/incoming/meanwhile.csv"
    boot
    wait_until 30 "a verdict" known VA26080001
    active
    halt
}
