package org.silian.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.OrganisationKind;
import org.silian.permission.Role;

/**
 * A body: who sits where and why, what is vacant, and its rule.
 *
 * @param place where it stands
 * @param dissolved the first day on which it was no more
 * @param quorum how many voting members must be present, of those who are seated
 * @param steps what the post in use may do with it now: make a seat, rule, dissolve
 */
record BodyRecord(
    UUID id,
    long version,
    OrganisationKind kind,
    String kindName,
    String name,
    BodyLink place,
    BodyLink secretariat,
    LocalDate founded,
    @Nullable LocalDate dissolved,
    BodyRuleView rule,
    int votingSeated,
    int quorum,
    List<BodySeat> seats,
    List<String> steps) {

  /** The rule, as {@link BodyRule} has it. */
  record BodyRuleView(
      Succession succession,
      Quorum quorum,
      @Nullable Integer quorumCount,
      @Nullable Integer termYears) {}

  /**
   * A seat.
   *
   * @param title what whoever sits there is called
   * @param unit where the post is that justifies it
   * @param unitPlace the organisation of which the unit is a part, as a party branch is
   * @param roleName that post
   * @param source from where it comes
   * @param steps {@code fill}, {@code leave-vacant}, {@code abolish}
   */
  record BodySeat(
      UUID id,
      long version,
      SeatKind kind,
      String title,
      boolean voting,
      BodyLink unit,
      @Nullable String unitPlace,
      Role role,
      String roleName,
      SeatSource source,
      @Nullable Vacancy vacancy,
      @Nullable LocalDate vacantSince,
      @Nullable BodySitter sitter,
      List<String> steps) {}

  /**
   * Who sits on a seat. Person and name are for who may know them.
   *
   * @param sitting the sitting's id
   * @param succeeded whether the seat followed its post
   * @param elsewhere in how many other bodies she sits
   * @param steps {@code end}
   */
  record BodySitter(
      UUID sitting,
      long version,
      @Nullable UUID person,
      @Nullable String name,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable String document,
      boolean succeeded,
      int elsewhere,
      List<String> steps) {}
}
