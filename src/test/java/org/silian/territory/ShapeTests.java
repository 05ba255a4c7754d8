package org.silian.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silian.problem.Refusal;
import tools.jackson.databind.json.JsonMapper;

class ShapeTests {

  @Test
  void aDrawnShapeIsClosedAndItsOuterRingTurnsLeft() {
    var shape = drawn("[[[[108.3,22.8],[108.3,22.81],[108.31,22.81],[108.31,22.8]]]]");

    assertThat(shape.text())
        .isEqualTo("[[[[108.3,22.8],[108.31,22.8],[108.31,22.81],[108.3,22.81],[108.3,22.8]]]]");
    assertThat(Shape.read(shape.text()).sameAs(shape)).isTrue();
  }

  @Test
  void itsAreaIsThatOnTheGround() {
    var shape = drawn("[[[[108.3,22.8],[108.31,22.8],[108.31,22.81],[108.3,22.81],[108.3,22.8]]]]");

    // 1,025 m by 1,112 m.
    assertThat(shape.squareMetres()).isBetween(1_135_000L, 1_145_000L);
  }

  @Test
  void coordinatesAreKeptToTenCentimetres() {
    var shape = drawn("[[[[108.30000049,22.8],[108.31,22.8],[108.31,22.81]]]]");

    assertThat(shape.text()).startsWith("[[[[108.3,22.8]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                                | territory.shape-corners",
        "[[]]                                                              | territory.shape-corners",
        "[[[]]]                                                            | territory.shape-corners",
        "[[[[108.3,22.8],[108.31,22.8],[108.3,22.8]]]]                     | territory.shape-corners",
        "[[[[108.3,22.8],[108.31,22.8],[108.32,22.8],[108.3,22.8]]]]       | territory.shape-crosses",
        "[[[[108.3,22.8],[108.31,22.81],[108.31,22.8],[108.3,22.81]]]]     | territory.shape-crosses",
        "[[[[22.8,108.3],[22.8,108.31],[22.81,108.31]]]]                   | territory.shape-bounds",
        "[[[[108.3],[108.31,22.81],[108.31,22.8]]]]                        | territory.shape-bounds",
        "[[[[1e400,22.8],[108.31,22.81],[108.31,22.8]]]]                   | territory.shape-bounds",
      })
  void whatIsNoAreaIsRefused(String coordinates, String code) {
    assertThatThrownBy(() -> drawn(coordinates)).isInstanceOf(Refusal.class).hasMessage(code);
  }

  @Test
  void aShapeThatIsTooLargeIsRefused() {
    var ring = new double[2_001][];
    for (int i = 0; i < ring.length; i++) {
      double angle = 2 * Math.PI * i / ring.length;
      ring[i] = new double[] {108.3 + 0.01 * Math.cos(angle), 22.8 + 0.01 * Math.sin(angle)};
    }

    assertThatThrownBy(() -> Shape.drawn(Outline.of(new double[][][][] {{ring}})))
        .hasMessage("territory.shape-large");
  }

  @Test
  void whatIsCutOffAndWhatIsLeftComeToTheWhole() {
    var whole = drawn("[[[[108.3,22.8],[108.34,22.8],[108.34,22.82],[108.3,22.82]]]]");
    var piece = drawn("[[[[108.31,22.79],[108.32,22.79],[108.32,22.83],[108.31,22.83]]]]");

    var rest = whole.without(piece);
    assertThat(rest.parts()).hasSize(2);
    assertThat(Shape.union(java.util.List.of(rest, whole.intersection(piece))).squareMetres())
        .isCloseTo(whole.squareMetres(), org.assertj.core.data.Offset.offset(100L));
  }

  static Shape drawn(String coordinates) {
    return Shape.drawn(
        Outline.of(JsonMapper.shared().readValue(coordinates, double[][][][].class)));
  }
}
