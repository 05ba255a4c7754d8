package org.silian.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two districts on a pool of one connection: nothing crosses. */
@ModuleTest
class TenancyTests {

  private static final District EAST = new District("980001", "东", "east.test");
  private static final District WEST = new District("980002", "西", "west.test");

  @Autowired Database database;
  @Autowired Migrations migrations;

  private HikariDataSource pool;
  private JdbcClient jdbc;
  private TransactionTemplate transaction;

  @BeforeEach
  void twoDistrictsOnOneConnection() {
    migrations.migrate(EAST);
    migrations.migrate(WEST);
    pool = database.asApplication(1);
    var source = new DistrictDataSource(pool);
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    EAST.run(() -> jdbc.sql("delete from api_idempotency").update());
    WEST.run(() -> jdbc.sql("delete from api_idempotency").update());
  }

  @AfterEach
  void closePool() {
    pool.close();
  }

  @Test
  void rowsStayWhereTheyWereWritten() {
    EAST.run(() -> insert("east"));
    WEST.run(() -> insert("west"));

    assertThat(EAST.call(this::keys)).isEqualTo("east");
    assertThat(WEST.call(this::keys)).isEqualTo("west");
  }

  @Test
  void aFailedTransactionLeavesNoPathBehind() {
    assertThatThrownBy(
            () ->
                EAST.run(
                    () ->
                        transaction.executeWithoutResult(
                            status -> {
                              insert("lost");
                              throw new IllegalStateException("on purpose");
                            })))
        .hasMessage("on purpose");

    WEST.run(() -> insert("west"));

    assertThat(EAST.call(this::keys)).isEmpty();
    assertThat(WEST.call(this::keys)).isEqualTo("west");
  }

  @Test
  void aStatementThatFailsInsideATransactionLeavesNoPathBehind() {
    assertThatThrownBy(
        () ->
            EAST.run(
                () ->
                    transaction.executeWithoutResult(
                        status -> jdbc.sql("select * from nowhere").query((r, n) -> 1).list())));

    assertThat(WEST.call(this::path)).isEqualTo("d980002");
    assertThat(EAST.call(this::path)).isEqualTo("d980001");
  }

  @Test
  void manyThreadsShareTheConnectionAndMeetOnlyTheirOwnRows() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          IntStream.range(0, 200)
              .mapToObj(i -> (Callable<Boolean>) () -> readsItsOwn(i % 2 == 0 ? EAST : WEST, i))
              .toList();
      for (var result : threads.invokeAll(work)) {
        assertThat(result.get()).isTrue();
      }
    }
    assertThat(EAST.call(this::count)).isEqualTo(100);
    assertThat(WEST.call(this::count)).isEqualTo(100);
  }

  private boolean readsItsOwn(District district, int i) {
    return district.call(
        () ->
            transaction.execute(
                status -> {
                  insert(district.code() + "-" + i);
                  return path().equals("d" + district.code());
                }));
  }

  @Test
  void nobodyReadsOutsideADistrict() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThatThrownBy(() -> threads.submit(this::path).get())
          .hasRootCauseInstanceOf(NoDistrict.class);
    }
  }

  @Test
  void anotherDistrictInsideATransactionIsAMistake() {
    EAST.run(
        () ->
            transaction.executeWithoutResult(
                status ->
                    assertThatThrownBy(() -> WEST.run(this::path))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("980002")));
  }

  @Test
  void theApplicationCanNeitherChangeNorDeleteWhatTheJournalHasWritten() {
    for (var statement :
        new String[] {
          "update journal_entry set fact = 'x'",
          "delete from journal_entry",
          "truncate journal_entry cascade",
          "update journal_measure set amount = 0",
          "delete from journal_measure",
          "alter table journal_entry add column x int",
          "drop table journal_measure"
        }) {
      assertThatThrownBy(() -> EAST.run(() -> jdbc.sql(statement).update()))
          .as(statement)
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  private void insert(String key) {
    jdbc.sql(
            """
            insert into api_idempotency (owner, key, request, created_at)
            values (gen_random_uuid(), ?, '', now())""")
        .param(key)
        .update();
  }

  private String keys() {
    return jdbc.sql("select coalesce(string_agg(key, ' ' order by key), '') from api_idempotency")
        .query((row, n) -> row.getString(1))
        .single();
  }

  private int count() {
    return jdbc.sql("select count(*) from api_idempotency")
        .query((row, n) -> row.getInt(1))
        .single();
  }

  private String path() {
    return jdbc.sql("show search_path").query((row, n) -> row.getString(1)).single();
  }
}
