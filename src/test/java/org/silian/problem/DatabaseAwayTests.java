package org.silian.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures say that the database is away, and which are mistakes of the program. */
class DatabaseAwayTests {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03"})
  void aLostOrRefusedConnectionSaysSo(String state) {
    assertThat(DatabaseAway.isWhy(wrapped(new SQLException("", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "42P01", "57014"})
  void anAnswerOfTheDatabaseDoesNot(String state) {
    assertThat(DatabaseAway.isWhy(wrapped(new SQLException("", state)))).isFalse();
  }

  @Test
  void aPoolThatGivesNoConnectionSaysSo() {
    assertThat(DatabaseAway.isWhy(wrapped(new SQLTransientConnectionException("timed out"))))
        .isTrue();
  }

  @Test
  void aConnectionThatThePoolHasClosedSaysSo() {
    assertThat(DatabaseAway.isWhy(wrapped(new SQLException("Connection is closed")))).isTrue();
  }

  @Test
  void aTransactionThatCannotBeginForAnotherReasonDoesNot() {
    assertThat(DatabaseAway.isWhy(wrapped(new IllegalStateException("no district")))).isFalse();
  }

  @Test
  void itMayBeTriedAgainInSeconds() {
    assertThat(DatabaseAway.refusal().code()).isEqualTo("database-away");
    assertThat(DatabaseAway.refusal().retryAfterSeconds()).isEqualTo("5");
  }

  private static Exception wrapped(Exception cause) {
    return new CannotCreateTransactionException("Could not open", new RuntimeException(cause));
  }
}
