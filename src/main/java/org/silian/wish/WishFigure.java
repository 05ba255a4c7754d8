package org.silian.wish;

import java.util.Set;
import org.silian.journal.FigureDefinition;
import org.silian.journal.Measure;

/** What wishes count. */
enum WishFigure {
  /** 认领兑现微心愿: only what the wisher has confirmed. */
  CONFIRMED(FigureDefinition.flow("N33", "wish")),
  CONFIRMED_BY_UNIT(FigureDefinition.flow("N33.unit", "wish")),
  CONFIRMED_BY_STUDENT(FigureDefinition.flow("N33.student", "wish")),
  CONFIRMED_BY_VOLUNTEER(FigureDefinition.flow("N33.volunteer", "wish")),
  CONFIRMED_BY_RESIDENT(FigureDefinition.flow("N33.resident", "wish")),
  COLLECTED(FigureDefinition.flow("wish.collected", "wish")),
  PUBLISHED(FigureDefinition.flow("wish.published", "wish")),
  OPEN(FigureDefinition.stock("wish.open", "wish")),
  KEPT(
      FigureDefinition.ratio(
          "wish.kept", CONFIRMED.definition.id(), Set.of(PUBLISHED.definition.id())));

  private final FigureDefinition definition;

  WishFigure(FigureDefinition definition) {
    this.definition = definition;
  }

  static WishFigure confirmed(ClaimerKind by) {
    return switch (by) {
      case UNIT -> CONFIRMED_BY_UNIT;
      case STUDENT -> CONFIRMED_BY_STUDENT;
      case VOLUNTEER -> CONFIRMED_BY_VOLUNTEER;
      case RESIDENT -> CONFIRMED_BY_RESIDENT;
    };
  }

  FigureDefinition definition() {
    return definition;
  }

  Measure plus(long amount) {
    return new Measure(definition.id(), amount);
  }
}
