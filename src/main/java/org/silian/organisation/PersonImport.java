package org.silian.organisation;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.CellType;
import org.silian.exchange.ImportField;
import org.silian.exchange.ImportKind;
import org.silian.exchange.ImportRow;
import org.silian.exchange.Verdict;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;

/**
 * People in their posts. A row is the same person by her phone, or else by her name in that post;
 * party members have an import of their own.
 */
@Component
class PersonImport implements ImportKind {

  private final ImportLookups lookups;
  private final PersonManagement persons;
  private final AppointmentManagement appointments;
  private final Clock clock;

  PersonImport(
      ImportLookups lookups,
      PersonManagement persons,
      AppointmentManagement appointments,
      Clock clock) {
    this.lookups = lookups;
    this.persons = persons;
    this.appointments = appointments;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public String permission() {
    return OrganisationPermission.APPOINT.id();
  }

  @Override
  public List<ImportField> fields() {
    var role =
        ImportField.of("role", CellType.CHOICE, "社区工作者", "岗位", "职务", "角色", "任职", "role", "post")
            .mandatory()
            .meaning("GRID_WORKER", "网格员", "网格长", "grid worker")
            .meaning("COMMUNITY_WORKER", "社区工作者", "社工", "两委委员", "community worker")
            .meaning("COMMUNITY_SECRETARY", "社区党组织书记", "社区书记", "书记", "community secretary")
            .meaning(
                "COMMUNITY_PARTY_DEPUTY_SECRETARY",
                "社区党组织副书记",
                "副书记",
                "community party deputy secretary")
            .meaning("POLICE_OFFICER", "民警", "社区民警", "police officer")
            .meaning("STREET_WORKER", "街道工作人员", "镇工作人员", "street worker")
            .meaning("STREET_LEADER", "街道领导", "镇领导", "street leader")
            .meaning("UNIVERSITY_LIAISON", "高校联络员", "university liaison")
            .meaning("PARTY_HEAD", "党组织负责人", "head of a party organisation")
            .meaning("PARTNER_LIAISON", "联盟单位联络员", "联络员", "partner liaison");
    return List.of(
        ImportField.of("name", CellType.TEXT, "韦木兰", "姓名", "名字", "name").mandatory(),
        ImportField.phone(),
        role,
        ImportField.of(
            "organisation",
            CellType.TEXT,
            "秀灵南社区",
            "单位",
            "所在单位",
            "组织",
            "社区",
            "所在社区",
            "工作单位",
            "organisation",
            "unit"),
        ImportField.of(
            "from",
            CellType.DAY,
            "2026-03-05",
            "任职日期",
            "开始日期",
            "任职时间",
            "上任日期",
            "日期",
            "from",
            "since"),
        ImportField.of("document", CellType.TEXT, "秀发〔2026〕3号", "文号", "任职文号", "文件号", "document"));
  }

  @Override
  public List<Verdict> judge(List<ImportRow> rows) {
    var reading = new Reading(rows);
    return rows.stream()
        .map(
            row -> {
              try {
                var posting = reading.posting(row);
                return reading.isAgain(posting) || posting.held()
                    ? Verdict.there()
                    : Verdict.fresh();
              } catch (Refusal refusal) {
                return Verdict.bad(refusal);
              }
            })
        .toList();
  }

  @Override
  public void make(List<ImportRow> rows) {
    var reading = new Reading(rows);
    var made = new HashMap<String, UUID>();
    for (var row : rows) {
      var p = reading.posting(row);
      var person = p.person();
      if (person == null) {
        person =
            p.phone() == null
                ? persons.register(p.name(), null)
                : made.computeIfAbsent(p.phone(), phone -> persons.register(p.name(), phone));
      }
      appointments.appoint(
          new Appointing(
              person,
              p.terms().role(),
              p.terms().organisation(),
              p.terms().from(),
              null,
              p.terms().document(),
              null));
    }
  }

  /** A row that was understood; of its terms the person may be nobody yet. */
  private record Posting(
      @Nullable UUID person, String name, @Nullable String phone, Appointing terms, boolean held) {}

  private final class Reading {

    private final ImportLookups.Places places;
    private final Map<PhoneNumber, PersonManagement.Known> known;
    private final Map<String, UUID> holders = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Reading(List<ImportRow> rows) {
      places = lookups.places(rows, "organisation");
      known = lookups.known(rows);
      var roles = Arrays.stream(Role.values()).filter(r -> r != Role.PARTY_MEMBER).toList();
      for (var held : lookups.holdings(places.ids(), roles, District.day(clock.instant()))) {
        var post = " " + held.role() + " " + held.organisation();
        holders.put(held.person() + post, held.person());
        holders.put(held.name() + post, held.person());
      }
    }

    Posting posting(ImportRow row) {
      var place = places.of(row.text("organisation"), "organisation");
      var name = PersonName.parse(row.required("name"));
      var number = row.text("phone");
      var phone = number == null ? null : PhoneNumber.parse(number);
      var role = Role.valueOf(row.required("role"));
      var post = " " + role + " " + place.id();
      var person = ImportLookups.person(known, name, phone);
      var held =
          person != null
              ? holders.get(person.id() + post)
              : phone == null ? holders.get(name.text() + post) : null;
      var id = held != null ? held : person == null ? null : person.id();
      var from = row.day("from");
      var terms =
          new Appointing(
              id == null ? place.id() : id,
              role,
              place.id(),
              from == null ? District.day(clock.instant()) : from,
              null,
              row.text("document"),
              null);
      Appointment.made(terms, place, clock.instant());
      return new Posting(
          id, name.text(), phone == null ? null : phone.digits(), terms, held != null);
    }

    boolean isAgain(Posting p) {
      return !seen.add(
          (p.phone() == null ? p.name() : p.phone())
              + " "
              + p.terms().role()
              + " "
              + p.terms().organisation());
    }
  }
}
