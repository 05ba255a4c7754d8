package org.silian.organisation;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.silian.exchange.CellType;
import org.silian.exchange.ImportField;
import org.silian.exchange.ImportKind;
import org.silian.exchange.ImportRow;
import org.silian.exchange.Verdict;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Organisations under others that are there. A row is the same organisation by its credit code, or
 * by its name under its parent.
 */
@Component
class OrganisationImport implements ImportKind {

  private final ImportLookups lookups;
  private final OrganisationManagement management;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrganisationImport(
      ImportLookups lookups, OrganisationManagement management, JdbcClient jdbc, Clock clock) {
    this.lookups = lookups;
    this.management = management;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "organisations";
  }

  @Override
  public String permission() {
    return OrganisationPermission.MANAGE_ORGANISATIONS.id();
  }

  @Override
  public List<ImportField> fields() {
    var kind =
        ImportField.of("kind", CellType.CHOICE, "企业", "类型", "组织类型", "单位类型", "性质", "kind", "type")
            .mandatory()
            .meaning("DEPARTMENT", "部门", "区直部门", "department")
            .meaning("POLICE_STATION", "派出所", "police station")
            .meaning("UNIVERSITY", "高校", "大学", "university")
            .meaning("INSTITUTE", "院所", "学院", "科研院所", "institute")
            .meaning("ENTERPRISE", "企业", "公司", "enterprise", "company")
            .meaning("SOCIAL_ORGANISATION", "社会组织", "social organisation")
            .meaning("PUBLIC_INSTITUTION", "事业单位", "public institution")
            .meaning("PARTY_ORGANISATION", "党组织", "党支部", "党委", "party organisation")
            .meaning("TEAM", "队伍", "服务队", "team")
            .meaning("GROUP", "群体", "小组", "group");
    return List.of(
        ImportField.of("name", CellType.TEXT, "邕江科技有限公司", "名称", "单位名称", "组织名称", "单位", "name")
            .mandatory(),
        kind,
        ImportField.of(
            "parent", CellType.TEXT, "秀灵南社区", "上级", "上级组织", "上级单位", "所属", "所在社区", "parent"),
        ImportField.of(
            "uscc",
            CellType.TEXT,
            "91350100M000100Y43",
            "统一社会信用代码",
            "信用代码",
            "社会信用代码",
            "代码",
            "uscc",
            "credit code"),
        ImportField.of("founded", CellType.DAY, "2026-03-05", "成立日期", "成立时间", "日期", "founded"));
  }

  @Override
  public List<Verdict> judge(List<ImportRow> rows) {
    var parents = lookups.places(rows, "parent");
    var there = there();
    var now = clock.instant();
    return rows.stream()
        .map(
            row -> {
              try {
                var parent = parents.of(row.text("parent"), "parent");
                var founding = founding(row, parent);
                Organisation.founded(founding, parent, 1, now);
                var byName = parent.id() + " " + founding.name();
                boolean known =
                    founding.uscc() == null
                        ? there.contains(byName)
                        : there.contains(Uscc.parse(founding.uscc()).code());
                there.add(byName);
                if (founding.uscc() != null) {
                  there.add(Uscc.parse(founding.uscc()).code());
                }
                return known ? Verdict.there() : Verdict.fresh();
              } catch (Refusal refusal) {
                return Verdict.bad(
                    Objects.equals(refusal.field(), "on") ? refusal.at("founded") : refusal);
              }
            })
        .toList();
  }

  @Override
  public void make(List<ImportRow> rows) {
    var parents = lookups.places(rows, "parent");
    for (var row : rows) {
      management.found(founding(row, parents.of(row.text("parent"), "parent")));
    }
  }

  private Founding founding(ImportRow row, Organisation parent) {
    var on = row.day("founded");
    return new Founding(
        OrganisationKind.valueOf(row.required("kind")),
        row.required("name"),
        parent.id(),
        null,
        row.text("uscc"),
        on == null ? District.day(clock.instant()) : on);
  }

  /** What stands already, by credit code and by name under its parent. */
  private Set<String> there() {
    return jdbc
        .sql(
            """
            select coalesce(uscc, '') as uscc, parent_id || ' ' || name as name from organisation
            where dissolved_on is null and parent_id is not null""")
        .query((row, n) -> List.of(row.getString("uscc"), row.getString("name")))
        .list()
        .stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
