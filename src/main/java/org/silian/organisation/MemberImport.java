package org.silian.organisation;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.CellType;
import org.silian.exchange.ImportField;
import org.silian.exchange.ImportKind;
import org.silian.exchange.ImportRow;
import org.silian.exchange.Verdict;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.ImportLookups.Holding;
import org.silian.organisation.MemberAdmission.Admission;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.territory.GridLayer;
import org.silian.territory.GridNames;
import org.springframework.stereotype.Component;

/**
 * Party members with their grids, by posts of the party's line alone. A row is the same member by
 * her phone, or else by her name in that party organisation; in another grid she moves there.
 */
@Component
class MemberImport implements ImportKind {

  private final ImportLookups lookups;
  private final OrganisationDirectory directory;
  private final MemberAdmission admission;
  private final GridNames grids;
  private final Clock clock;

  MemberImport(
      ImportLookups lookups,
      OrganisationDirectory directory,
      MemberAdmission admission,
      GridNames grids,
      Clock clock) {
    this.lookups = lookups;
    this.directory = directory;
    this.admission = admission;
    this.grids = grids;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "members";
  }

  @Override
  public String permission() {
    return OrganisationPermission.IMPORT_MEMBERS.id();
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        ImportField.of("name", CellType.TEXT, "韦木兰", "姓名", "党员姓名", "名字", "name").mandatory(),
        ImportField.phone(),
        ImportField.of(
            "party",
            CellType.TEXT,
            "秀灵南社区党委",
            "党组织",
            "所在党组织",
            "所属党组织",
            "所在党支部",
            "党支部",
            "支部",
            "party organisation",
            "branch"),
        ImportField.of(
            "grid", CellType.TEXT, "第一党建网格", "网格", "党建网格", "所在网格", "所属网格", "网格名称", "grid"),
        ImportField.of(
            "from", CellType.DAY, "2026-03-05", "转入日期", "编入日期", "开始日期", "日期", "from", "since"),
        ImportField.of("document", CellType.TEXT, "", "文号", "文件号", "依据", "document"));
  }

  /** A row that was understood. */
  private record Member(Admission admission, @Nullable Holding held) {

    boolean isThere() {
      return held != null && (admission.grid() == null || admission.grid().equals(held.grid()));
    }
  }

  @Override
  public List<Verdict> judge(List<ImportRow> rows) {
    admission.refuseUnlessOfTheLine();
    var reading = new Reading(rows);
    return rows.stream().map(row -> judged(reading, row)).toList();
  }

  private static Verdict judged(Reading reading, ImportRow row) {
    try {
      var member = reading.member(row);
      if (reading.isAgain(member) || member.isThere()) {
        return Verdict.there();
      }
      return member.held() == null ? Verdict.fresh() : Verdict.changed();
    } catch (Refusal refusal) {
      return Verdict.bad(refusal);
    }
  }

  @Override
  public void make(List<ImportRow> rows) {
    if (!rows.isEmpty()) {
      var reading = new Reading(rows);
      admission.admit(rows.stream().map(row -> reading.member(row).admission()).toList());
    }
  }

  /** What the rows speak of, looked up once. */
  private final class Reading {

    private final ImportLookups.Places parties;
    private final Map<PhoneNumber, PersonManagement.Known> known;
    private final Map<String, Holding> byPerson = new HashMap<>();
    private final Map<String, Holding> byName = new HashMap<>();
    private final Map<UUID, @Nullable UUID> communities = new HashMap<>();
    private final Map<String, UUID> gridsByName = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Reading(List<ImportRow> rows) {
      parties = lookups.places(rows, "party");
      known = lookups.known(rows);
      var named = parties.ids();
      for (var held :
          lookups.holdings(named, Set.of(Role.PARTY_MEMBER), District.day(clock.instant()))) {
        byPerson.put(held.person() + " " + held.organisation(), held);
        byName.put(held.name() + " " + held.organisation(), held);
      }
      named.forEach(party -> communities.put(party, communityOf(party)));
      var all = new HashSet<>(named);
      communities.values().stream().filter(Objects::nonNull).forEach(all::add);
      grids
          .in(GridLayer.PARTY, all)
          .forEach(grid -> gridsByName.put(grid.name() + " " + grid.home(), grid.id()));
    }

    private @Nullable UUID communityOf(UUID party) {
      try {
        return directory.communityOf(party).id();
      } catch (Refusal refusal) {
        return null;
      }
    }

    Member member(ImportRow row) {
      var party = parties.of(row.text("party"), "party");
      var name = PersonName.parse(row.required("name"));
      var number = row.text("phone");
      var phone = number == null ? null : PhoneNumber.parse(number);
      var person = ImportLookups.person(known, name, phone);
      var held =
          person != null
              ? byPerson.get(person.id() + " " + party.id())
              : phone == null ? byName.get(name.text() + " " + party.id()) : null;
      var today = District.day(clock.instant());
      var given = row.day("from");
      var from = held != null || given == null ? today : given;
      var id = held != null ? held.person() : person == null ? null : person.id();
      var grid = grid(row.text("grid"), party.id());
      var document = row.text("document");
      Appointment.made(
          new Appointing(
              id == null ? party.id() : id,
              Role.PARTY_MEMBER,
              party.id(),
              from,
              null,
              document,
              grid),
          party,
          clock.instant());
      return new Member(
          new Admission(
              id,
              name.text(),
              phone == null ? null : phone.digits(),
              party.id(),
              grid,
              from,
              document,
              held == null ? null : held.id()),
          held);
    }

    private @Nullable UUID grid(@Nullable String name, UUID party) {
      if (name == null) {
        return null;
      }
      var grid =
          gridsByName.getOrDefault(
              name + " " + communities.get(party), gridsByName.get(name + " " + party));
      if (grid == null) {
        throw Refusal.notFound("organisation.grid-not-found").at("grid");
      }
      return grid;
    }

    /** Whether an earlier row of the file means the same member. */
    boolean isAgain(Member member) {
      var a = member.admission();
      return !seen.add((a.phone() == null ? a.name() : a.phone()) + " " + a.party());
    }
  }
}
