package org.silian.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The parts of tables that are kept by month, partitioned by their column {@code at}. They are made
 * and dropped as the owner of the schema: the application's own role can do neither, and so nothing
 * in the application can take a line out of such a table.
 */
@Component
public class Months {

  private final Database database;

  Months(Database database) {
    this.database = database;
  }

  /**
   * Makes the parts of a table, in the current district, for this month and those that follow. Rows
   * of the month that lie in the default move into it.
   */
  public void make(String table, YearMonth first, int months) {
    asOwner(
        statement -> {
          for (int i = 0; i < months; i++) {
            var month = first.plusMonths(i);
            if (!parts(statement, table).contains(month)) {
              make(statement, table, month);
            }
          }
          return 0L;
        });
  }

  /**
   * Drops every part of a table that ended before an instant, and deletes older rows of the
   * default.
   *
   * @return how many rows are gone
   */
  public long drop(String table, Instant before) {
    return asOwner(
        statement -> {
          long gone =
              statement.executeLargeUpdate(
                  "delete from %s_default where at < '%s'".formatted(table, before));
          for (var month : parts(statement, table)) {
            if (!end(month).isAfter(before)) {
              gone += count(statement, part(table, month));
              statement.execute("drop table " + part(table, month));
            }
          }
          return gone;
        });
  }

  private interface Work {
    long on(Statement statement) throws SQLException;
  }

  private long asOwner(Work work) {
    try (Connection connection = database.asOwner().getConnection();
        var path = connection.prepareStatement("select set_config('search_path', ?, false)");
        var statement = connection.createStatement()) {
      path.setString(1, District.current().schema());
      path.execute();
      connection.setAutoCommit(false);
      long result = work.on(statement);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException("The months of a table could not be kept", e);
    }
  }

  private static List<YearMonth> parts(Statement statement, String table) throws SQLException {
    var months = new ArrayList<YearMonth>();
    try (var rows =
        statement.executeQuery(
            """
            select right(p.relname, 7) from pg_inherits i
            join pg_class p on p.oid = i.inhrelid
            where i.inhparent = '%s'::regclass and p.relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1"""
                .formatted(table))) {
      while (rows.next()) {
        months.add(YearMonth.parse(rows.getString(1).replace('_', '-')));
      }
    }
    return months;
  }

  private static void make(Statement statement, String table, YearMonth month) throws SQLException {
    var part = part(table, month);
    var from = District.start(month.atDay(1));
    statement.execute("create table %s (like %s including all)".formatted(part, table));
    statement.execute(
        """
        with moved as (delete from %s_default where at >= '%s' and at < '%s' returning *)
        insert into %s select * from moved"""
            .formatted(table, from, end(month), part));
    statement.execute(
        "alter table %s attach partition %s for values from ('%s') to ('%s')"
            .formatted(table, part, from, end(month)));
    statement.execute("revoke all on %s from public".formatted(part));
    statement.execute(
        """
        do $$ declare r record; begin
          for r in select distinct grantee from information_schema.role_table_grants
            where table_schema = current_schema and table_name = '%1$s' and grantee <> current_user
          loop execute format('revoke all on %1$s from %%I', r.grantee); end loop;
        end $$"""
            .formatted(part));
  }

  private static long count(Statement statement, String part) throws SQLException {
    try (var row = statement.executeQuery("select count(*) from " + part)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Instant end(YearMonth month) {
    return District.start(month.plusMonths(1).atDay(1));
  }

  private static String part(String table, YearMonth month) {
    return String.format(Locale.ROOT, "%s_%d_%02d", table, month.getYear(), month.getMonthValue());
  }
}
