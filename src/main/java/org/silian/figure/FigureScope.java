package org.silian.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.figure.FigureEntries.FigurePlace;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.organisation.OrganisationTree;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;

/** Of where and of when a reader asks, within the reach of the post in use. */
@Component
class FigureScope {

  private final OrganisationDirectory organisations;
  private final OrganisationTree tree;
  private final Clock clock;

  FigureScope(OrganisationDirectory organisations, OrganisationTree tree, Clock clock) {
    this.organisations = organisations;
    this.tree = tree;
    this.clock = clock;
  }

  /** The organisation asked for, or the top of the post's reach; out of reach it is not found. */
  OrganisationSummary organisation(@Nullable UUID wanted) {
    var actor = Actor.current();
    if (wanted != null) {
      var found = organisations.get(wanted);
      if (!actor.reaches(found.path())) {
        throw notFound();
      }
      return found;
    }
    var own = actor.organisation();
    if (own == null) {
      throw notFound();
    }
    // A department's posts work for the organisation above it.
    return tree.lineage(own).stream()
        .filter(o -> actor.reaches(o.path()))
        .findFirst()
        .orElseThrow(FigureScope::notFound);
  }

  /** From the top of the reader's reach down to the organisation. */
  List<FigurePlace> path(OrganisationSummary at) {
    var actor = Actor.current();
    return tree.lineage(at.id()).stream()
        .filter(o -> actor.reaches(o.path()))
        .map(o -> new FigurePlace(o.id(), o.name()))
        .toList();
  }

  /** The direct parts of an organisation, by name. */
  List<OrganisationSummary> parts(OrganisationSummary at) {
    return tree.children(at.id());
  }

  /** Both days included; from the beginning and until today where nothing is said. */
  Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
    var today = District.day(clock.instant());
    return new Period(from == null ? Period.BEGINNING : from, to == null ? today : to);
  }

  private static Refusal notFound() {
    return Refusal.notFound("organisation.not-found");
  }
}
