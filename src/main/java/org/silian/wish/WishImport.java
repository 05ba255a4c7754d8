package org.silian.wish;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.CellType;
import org.silian.exchange.ImportField;
import org.silian.exchange.ImportKind;
import org.silian.exchange.ImportRow;
import org.silian.exchange.ImportedRows;
import org.silian.exchange.Verdict;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.organisation.PhoneNumber;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;

/**
 * Paper wishes that somebody typed into a spreadsheet, each with the consent that stands on the
 * paper. A row is the same wish by the number of its paper and the wisher, or by the wisher, the
 * day and the words, in its community.
 */
@Component
class WishImport implements ImportKind {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_ADDRESS = 100;

  private final WishIntake intake;
  private final ImportedRows imported;
  private final OrganisationDirectory organisations;
  private final Texts texts;
  private final Clock clock;

  WishImport(
      WishIntake intake,
      ImportedRows imported,
      OrganisationDirectory organisations,
      Texts texts,
      Clock clock) {
    this.intake = intake;
    this.imported = imported;
    this.organisations = organisations;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "wishes";
  }

  @Override
  public String permission() {
    return WishPermission.COLLECT.id();
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        ImportField.of(
                "words",
                CellType.TEXT,
                "家里的灯坏了，想请人帮忙换一盏",
                "心愿内容",
                "微心愿",
                "心愿",
                "愿望",
                "内容",
                "心愿描述",
                "wish",
                "words")
            .mandatory(),
        ImportField.of(
                "wisher",
                CellType.TEXT,
                "韦木兰",
                "姓名",
                "心愿人",
                "许愿人",
                "心愿人姓名",
                "居民姓名",
                "申请人",
                "name",
                "wisher")
            .mandatory(),
        ImportField.phone(),
        ImportField.of("address", CellType.TEXT, "3栋2单元501", "住址", "地址", "家庭住址", "详细地址", "address"),
        ImportField.of("kind", CellType.CHOICE, "小修小补", "类别", "心愿类别", "类型", "心愿类型", "kind", "type")
            .meaning("REPAIR", "小修小补", "维修", "修理", "repair")
            .meaning("GOODS", "物品", "实物", "goods")
            .meaning("COMPANY", "陪伴", "company")
            .meaning("LEARNING", "学习辅导", "学习", "learning")
            .meaning("ERRAND", "跑腿代办", "跑腿", "代办", "errand")
            .meaning("SKILL", "技能服务", "技能", "skill")
            .meaning("OTHER", "其他", "其它", "other"),
        ImportField.of("cost", CellType.YUAN, "50", "预计费用", "费用", "金额", "预算", "cost", "budget"),
        ImportField.of(
            "child",
            CellType.YES_NO,
            "否",
            "未成年人",
            "是否未成年",
            "是否未成年人",
            "儿童",
            "是否儿童",
            "child",
            "minor"),
        ImportField.of(
            "guardian",
            CellType.YES_NO,
            "",
            "监护人同意",
            "监护人是否同意",
            "监护人意见",
            "guardian consent",
            "guardian"),
        ImportField.of(
                "consent", CellType.CHOICE, "书面", "同意方式", "本人同意方式", "征得同意", "授权方式", "consent")
            .mandatory()
            .meaning("PAPER", "书面", "书面同意", "签字", "已签字", "纸质", "paper", "written")
            .meaning("ORAL", "口头", "口头同意", "电话", "oral"),
        ImportField.of("community", CellType.TEXT, "秀灵南社区", "社区", "所在社区", "所属社区", "村", "community"),
        ImportField.of(
            "day", CellType.DAY, "2026-03-05", "登记日期", "日期", "收集日期", "填写日期", "登记时间", "date", "day"),
        ImportField.of(
            "paper", CellType.TEXT, "2026-心-07", "纸条编号", "登记编号", "心愿编号", "编号", "paper number"));
  }

  @Override
  public List<Verdict> judge(List<ImportRow> rows) {
    var known = imported.known(name(), rows.stream().map(this::key).toList());
    var seen = new HashSet<String>();
    var places = new Places();
    return rows.stream()
        .map(
            row -> {
              try {
                var key = key(row);
                intake.tryOnBehalf(form(row, places), Actor.current(), at(row));
                return known.contains(key) || !seen.add(key) ? Verdict.there() : Verdict.fresh();
              } catch (Refusal refusal) {
                return Verdict.bad(refusal.at(field(refusal)));
              }
            })
        .toList();
  }

  @Override
  public void make(List<ImportRow> rows) {
    var made = new LinkedHashMap<String, UUID>();
    var places = new Places();
    for (var row : rows) {
      made.put(key(row), intake.onBehalf(form(row, places), Actor.current(), at(row)));
    }
    imported.remember(name(), made);
  }

  /** The column of a refusal that names a field of the form. */
  private static String field(Refusal refusal) {
    return switch (refusal.field()) {
      case null -> "words";
      case "guardianConsent" -> "guardian";
      case "costFen" -> "cost";
      case String field -> field;
    };
  }

  private WishController.WishForm form(ImportRow row, Places places) {
    var words = within(row.required("words"), SHORTEST, LONGEST, "words");
    var name = within(row.required("wisher"), 2, LONGEST_NAME, "wisher");
    var phone = row.text("phone");
    var address = row.text("address");
    var kind = row.text("kind");
    return new WishController.WishForm(
        kind == null ? WishKind.OTHER : WishKind.valueOf(kind),
        null,
        words,
        row.fen("cost"),
        places.of(row.text("community")),
        row.yes("child"),
        row.yes("guardian"),
        new WishController.ConsentForm(
            texts.text("access.privacy-notice.version"),
            Consent.How.valueOf(row.required("consent"))),
        new WishController.WisherForm(
            name, phone == null ? null : PhoneNumber.parse(phone).digits()),
        address == null ? null : within(address, 1, LONGEST_ADDRESS, "address"));
  }

  private static String within(String text, int shortest, int longest, String field) {
    if (text.length() < shortest || text.length() > longest) {
      throw Refusal.invalid("wish.import-length", field)
          .with("shortest", shortest)
          .with("longest", longest);
    }
    return text;
  }

  /** When it was told: as its day began, or now. */
  private Instant at(ImportRow row) {
    var now = clock.instant();
    var day = row.day("day");
    if (day == null || day.equals(District.day(now))) {
      return now;
    }
    if (day.isAfter(District.day(now)) || day.getYear() < 2000) {
      throw Refusal.invalid("wish.import-day", "day");
    }
    return District.start(day);
  }

  private String key(ImportRow row) {
    var community = row.text("community");
    var where = community == null ? String.valueOf(Actor.current().organisation()) : community;
    var paper = row.text("paper");
    return String.join(
        "|",
        where,
        row.required("wisher"),
        paper != null
            ? paper
            : row.text("day") + "|" + row.required("words").replaceAll("[\\s\\p{P}]", ""));
  }

  /** Communities by name, asked for once. */
  private final class Places {

    private @Nullable List<OrganisationSummary> all;

    @Nullable UUID of(@Nullable String name) {
      if (name == null) {
        return null;
      }
      if (all == null) {
        all = organisations.communities();
      }
      return all.stream()
          .filter(o -> o.name().equals(name) && Actor.current().reaches(o.path()))
          .findFirst()
          .map(OrganisationSummary::id)
          .orElseThrow(() -> Refusal.invalid("wish.community-out-of-reach", "community"));
    }
  }
}
