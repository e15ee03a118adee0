/*
 * The limit of writing: the rows of a ledger, written again from memory by prepared statements.
 *
 * usage: write SOURCE TARGET GROUPS
 *
 * TARGET has the tables and indexes of SOURCE without views and triggers, the same page size, WAL and synchronous =
 * FULL. Each table is cut into GROUPS equal parts in the order of its keys, and each group of parts is committed once.
 * Rows are read into memory a group at a time; only writing counts. Prints its seconds, with the last checkpoint.
 */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST_TABLES = 64, MOST_COLUMNS = 64 };

struct table {
    sqlite3_stmt *read, *write;
    int columns;
    long long rows, taken;
    /* Values of the group in hand. */
    sqlite3_value **values;
    size_t held, room;
};

static void fail(sqlite3 *database, const char *what) {
    fprintf(stderr, "write: %s: %s\n", what, sqlite3_errmsg(database));
    exit(1);
}

static void run(sqlite3 *database, const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail(database, sql);
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) fail(database, sql);
    return statement;
}

static long long number(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement = prepare(database, sql);
    if (sqlite3_step(statement) != SQLITE_ROW) fail(database, sql);
    long long value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void copy_schema(sqlite3 *source, sqlite3 *target, const char *type) {
    char *sql = sqlite3_mprintf(
        "SELECT sql FROM sqlite_master WHERE type = %Q AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'",
        type);
    sqlite3_stmt *statement = prepare(source, sql);
    while (sqlite3_step(statement) == SQLITE_ROW) run(target, (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_free(sql);
}

/* A table whose rows are read in the order of their keys, and its statement of insertion. */
static struct table open_table(sqlite3 *source, sqlite3 *target, const char *name) {
    struct table table = {0};
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" NOT INDEXED", name);
    table.read = prepare(source, sql);
    table.columns = sqlite3_column_count(table.read);
    sqlite3_free(sql);

    sqlite3_str *insertion = sqlite3_str_new(target);
    sqlite3_str_appendf(insertion, "INSERT INTO \"%w\" VALUES (?", name);
    for (int column = 1; column < table.columns; column++) sqlite3_str_appendall(insertion, ", ?");
    sqlite3_str_appendall(insertion, ")");
    sql = sqlite3_str_finish(insertion);
    table.write = prepare(target, sql);
    sqlite3_free(sql);

    sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", name);
    table.rows = number(source, sql);
    sqlite3_free(sql);
    return table;
}

static void read_until(struct table *table, long long end) {
    for (; table->taken < end && sqlite3_step(table->read) == SQLITE_ROW; table->taken++) {
        if (table->held + table->columns > table->room) {
            table->room = 2 * (table->room + table->columns);
            table->values = realloc(table->values, table->room * sizeof *table->values);
            if (!table->values) exit(1);
        }
        for (int column = 0; column < table->columns; column++) {
            sqlite3_value *value = sqlite3_value_dup(sqlite3_column_value(table->read, column));
            if (!value) exit(1);
            table->values[table->held++] = value;
        }
    }
}

static void write_held(sqlite3 *target, struct table *table) {
    for (size_t start = 0; start < table->held; start += table->columns) {
        for (int column = 0; column < table->columns; column++)
            sqlite3_bind_value(table->write, column + 1, table->values[start + column]);
        if (sqlite3_step(table->write) != SQLITE_DONE) fail(target, "insert");
        sqlite3_reset(table->write);
    }
}

static void forget(struct table *table) {
    for (size_t index = 0; index < table->held; index++) sqlite3_value_free(table->values[index]);
    table->held = 0;
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    long long groups = atoll(arguments[3]), rows = 0;
    if (groups < 1) groups = 1;
    sqlite3 *source, *target;
    if (sqlite3_open_v2(arguments[1], &source, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail(source, arguments[1]);
    if (sqlite3_open(arguments[2], &target) != SQLITE_OK) fail(target, arguments[2]);

    char *page_size = sqlite3_mprintf("PRAGMA page_size = %lld", number(source, "PRAGMA page_size"));
    run(target, page_size);
    run(target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF");
    copy_schema(source, target, "table");
    copy_schema(source, target, "index");

    struct table tables[MOST_TABLES];
    int size = 0;
    sqlite3_stmt *names = prepare(
        source, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (size < MOST_TABLES && sqlite3_step(names) == SQLITE_ROW)
        tables[size++] = open_table(source, target, (const char *)sqlite3_column_text(names, 0));
    sqlite3_finalize(names);

    double seconds = 0;
    for (long long group = 1; group <= groups; group++) {
        for (int index = 0; index < size; index++) read_until(&tables[index], tables[index].rows * group / groups);
        double start = now();
        run(target, "BEGIN IMMEDIATE");
        for (int index = 0; index < size; index++) write_held(target, &tables[index]);
        run(target, "COMMIT");
        seconds += now() - start;
        for (int index = 0; index < size; index++) forget(&tables[index]);
    }
    for (int index = 0; index < size; index++) {
        rows += tables[index].taken;
        sqlite3_finalize(tables[index].read);
        sqlite3_finalize(tables[index].write);
        free(tables[index].values);
    }
    double start = now();
    if (sqlite3_close(target) != SQLITE_OK) fail(target, "close");
    printf("%.3f %lld\n", seconds + now() - start, rows);
    sqlite3_free(page_size);
    sqlite3_close(source);
    return 0;
}
