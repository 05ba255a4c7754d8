package org.silian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.problem.Refusal;

/** Places in lists, pages, and the revisions that changes are made for. */
class CursorTests {

  private static final UUID ID = UUID.fromString("01a20a98-3eac-73f8-b157-a4728272ef3c");

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-23", "欧阳 娜娜·买买提", "", " ", "1/2.5/2026-11-23T02:00:00.000001Z"})
  void readsWhatItWrote(String key) {
    var cursor = new Cursor(key, ID);
    assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void nothingIsTheBeginning() {
    assertThat(Cursor.parse(null)).isNull();
    assertThat(Cursor.parse("")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "abc", "5byg5LiJ", "MjAyNi0xMS0yMyBub3QtYW4taWQ"})
  void whatNobodyWroteIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("cursor"));
  }

  @Test
  void aKeyOfAnotherListIsRefused() {
    var cursor = Cursor.parse(encoded("hello " + ID));
    assertThatThrownBy(cursor::day).isInstanceOf(Refusal.class);
    assertThatThrownBy(cursor::instant).isInstanceOf(Refusal.class);
    assertThat(new Cursor("2026-11-23", ID).day()).isEqualTo(LocalDate.of(2026, 11, 23));
    var micros = Instant.parse("2026-11-23T02:00:00.123456Z");
    assertThat(new Cursor(micros.toString(), ID).instant()).isEqualTo(micros);
  }

  @Test
  void aPageTellsWhetherAnythingFollows() {
    assertThat(page(2, 3).next()).isNull();
    assertThat(page(3, 3).next()).isNull();
    assertThat(page(4, 3).items()).containsExactly(0, 1, 2);
    assertThat(page(4, 3).next()).isEqualTo(new Cursor("2", ID).toString());
    assertThat(page(0, 3).items()).isEmpty();
    assertThat(page(4, 3).map(String::valueOf))
        .isEqualTo(new Page<>(List.of("0", "1", "2"), new Cursor("2", ID).toString()));
  }

  private static Page<Integer> page(int rows, int size) {
    return Page.of(
        IntStream.range(0, rows).boxed().toList(), size, n -> new Cursor(String.valueOf(n), ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "W/\"7\"", "7", " \"7\" "})
  void aRevisionIsReadFromAnETag(String header) {
    Revision.parse(header).expect(7);
    assertThatThrownBy(() -> Revision.parse(header).expect(8))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("stale"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "\"abc\"", "7, 8"})
  void anythingElseIsNoRevision(String header) {
    assertThatThrownBy(() -> Revision.parse(header))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("if-match"));
  }

  private static String encoded(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
