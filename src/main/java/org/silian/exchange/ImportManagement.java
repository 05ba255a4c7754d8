package org.silian.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silian.api.Revision;
import org.silian.exchange.ImportStore.BadRow;
import org.silian.exchange.ImportStore.Check;
import org.silian.exchange.ImportStore.Head;
import org.silian.exchange.ImportStore.Import;
import org.silian.exchange.ImportStore.State;
import org.silian.journal.Actor;
import org.silian.problem.Problems;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file through its steps: read, columns chosen and tried, made. */
@Component
class ImportManagement {

  private final ImportKinds kinds;
  private final ImportStore store;
  private final ImportedRows imported;
  private final Problems problems;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  ImportManagement(
      ImportKinds kinds,
      ImportStore store,
      ImportedRows imported,
      Problems problems,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.kinds = kinds;
    this.store = store;
    this.imported = imported;
    this.problems = problems;
    this.facts = facts;
    this.clock = clock;
  }

  /** A file that has been read, not yet kept. */
  record Read(ImportKind kind, String fileName, Sheet sheet) {}

  Read read(String kindName, String fileName, byte[] bytes, Actor actor) {
    var kind = kinds.get(kindName, actor);
    var fields = kinds.fields(kind);
    return new Read(kind, fileName, SheetReading.read(bytes, sheet -> Layout.fit(sheet, fields)));
  }

  /** Keeps it, without the columns that hold ID numbers. */
  UUID keep(Read read, Actor actor) {
    var fields = kinds.fields(read.kind());
    var layout = Layout.of(read.sheet(), fields, null);
    var chosen = store.remembered(actor.organisation(), read.kind().name(), layout).orElse(null);
    if (chosen != null) {
      layout = Layout.of(read.sheet(), fields, chosen);
    }
    var sheet = without(read.sheet(), layout);
    return store.add(
        actor,
        read.kind().name(),
        new Head(read.fileName(), sheet.name(), layout, Map.of(), notes(sheet, layout), null),
        sheet);
  }

  private static List<Sheet.Note> notes(Sheet sheet, Layout layout) {
    var notes = new ArrayList<>(sheet.notes());
    long hidden = layout.columns().stream().filter(Layout.Column::hidden).count();
    if (hidden > 0) {
      notes.add(new Sheet.Note("hidden-columns", (int) hidden));
    }
    return notes;
  }

  private static Sheet without(Sheet sheet, Layout layout) {
    var withheld =
        layout.columns().stream()
            .filter(Layout.Column::withheld)
            .map(Layout.Column::index)
            .toList();
    if (withheld.isEmpty()) {
      return sheet;
    }
    var lines =
        sheet.lines().stream()
            .map(
                line -> {
                  var cells = new ArrayList<>(line.cells());
                  if (line.number() > layout.headerLine()) {
                    withheld.stream().filter(i -> i < cells.size()).forEach(i -> cells.set(i, ""));
                  }
                  return new Sheet.Line(line.number(), line.hidden(), cells);
                })
            .filter(line -> !line.isBlank())
            .toList();
    return new Sheet(sheet.name(), sheet.since1904(), lines, sheet.hiddenColumns(), sheet.notes());
  }

  /**
   * Tries what would happen with these columns.
   *
   * @param constants what every row has in fields without a column
   */
  @Transactional
  void check(
      UUID id,
      Revision revision,
      Map<Integer, String> columns,
      Map<String, String> constants,
      Actor actor) {
    var before = toChange(id, revision, actor);
    var kind = kinds.get(before.kind(), actor);
    refuseWrongColumns(kind, before.head().layout(), columns, constants);
    var layout = chosen(before.head().layout(), columns);
    var judged = judge(kind, store.sheet(id), layout, constants);
    store.update(
        before,
        State.CHECKED,
        new Head(
            before.head().fileName(),
            before.head().sheet(),
            layout,
            constants,
            before.head().notes(),
            judged.check()));
    if (actor.organisation() != null) {
      store.remember(actor.organisation(), kind.name(), layout, columns);
    }
  }

  /**
   * Makes the rows, all of them in one transaction: a program that is killed meanwhile has made
   * none.
   *
   * @param onlyGood whether bad rows are left; else they are in the way of all
   * @throws Refusal {@code exchange.rows-bad}
   */
  @Transactional
  void run(UUID id, Revision revision, boolean onlyGood, Actor actor) {
    var before = toChange(id, revision, actor);
    if (before.head().check() == null) {
      throw Refusal.conflict("exchange.not-checked");
    }
    imported.takeTurns();
    var kind = kinds.get(before.kind(), actor);
    var sheet = store.sheet(id);
    var head = before.head();
    var judged = judge(kind, sheet, head.layout(), head.constants());
    var check = judged.check();
    if (!onlyGood && !check.bad().isEmpty()) {
      throw Refusal.ruleBroken("exchange.rows-bad").with("bad", check.bad().size());
    }
    kind.make(judged.toBeMade());
    store.update(
        before,
        State.DONE,
        new Head(
            head.fileName(), head.sheet(), head.layout(), head.constants(), head.notes(), check));
    store.keep(id, check.bad().isEmpty() ? null : onlyBad(sheet, head.layout(), check));
    facts.publishEvent(
        new RowsImported(
            id,
            java.util.Objects.requireNonNull(actor.organisation()),
            clock.instant(),
            check.fresh(),
            check.changed(),
            check.there(),
            check.bad().size(),
            kind.name()));
  }

  /** The lines that a corrected file begins with: what stood above the rows, and the bad ones. */
  static Sheet onlyBad(Sheet sheet, Layout layout, Check check) {
    var bad = new HashSet<Integer>();
    check.bad().forEach(row -> bad.add(row.line()));
    return new Sheet(
        sheet.name(),
        sheet.since1904(),
        sheet.lines().stream()
            .filter(line -> line.number() <= layout.headerLine() || bad.contains(line.number()))
            .toList(),
        sheet.hiddenColumns(),
        sheet.notes());
  }

  @Transactional
  void discard(UUID id, Actor actor) {
    store.delete(store.get(id, actor).id());
  }

  private Import toChange(UUID id, Revision revision, Actor actor) {
    var before = store.lock(id, actor);
    if (before.state() == State.DONE) {
      throw Refusal.conflict("exchange.done");
    }
    revision.expect(before.version());
    return before;
  }

  private record Judged(Check check, List<ImportRow> toBeMade) {}

  private Judged judge(ImportKind kind, Sheet sheet, Layout layout, Map<String, String> constants) {
    var columns = new HashMap<Integer, String>();
    layout.columns().stream()
        .filter(column -> column.field() != null)
        .forEach(column -> columns.put(column.index(), column.field()));
    var rows = Rows.of(sheet, layout.headerLine(), kind, columns, constants);
    var bad = new ArrayList<BadRow>();
    rows.bad().forEach((line, why) -> bad.add(bad(line, why)));
    var toBeMade = new ArrayList<ImportRow>();
    var counts = new EnumMap<Verdict.Outcome, Integer>(Verdict.Outcome.class);
    var verdicts = kind.judge(rows.good());
    for (int i = 0; i < verdicts.size(); i++) {
      var verdict = verdicts.get(i);
      counts.merge(verdict.outcome(), 1, Integer::sum);
      if (verdict.why() != null) {
        bad.add(bad(rows.good().get(i).line(), verdict.why()));
      } else if (verdict.isToBeMade()) {
        toBeMade.add(rows.good().get(i));
      }
    }
    bad.sort(Comparator.comparingInt(BadRow::line));
    return new Judged(
        new Check(
            counts.getOrDefault(Verdict.Outcome.FRESH, 0),
            counts.getOrDefault(Verdict.Outcome.CHANGED, 0),
            counts.getOrDefault(Verdict.Outcome.THERE, 0),
            bad,
            rows.skipped()),
        toBeMade);
  }

  private BadRow bad(int line, Refusal why) {
    return new BadRow(line, why.field(), problems.of(why).title());
  }

  private static Layout chosen(Layout layout, Map<Integer, String> columns) {
    return new Layout(
        layout.headerLine(),
        layout.columns().stream()
            .map(
                c ->
                    new Layout.Column(
                        c.index(),
                        c.header(),
                        c.hidden(),
                        c.withheld(),
                        c.samples(),
                        columns.get(c.index())))
            .toList());
  }

  private static void refuseWrongColumns(
      ImportKind kind, Layout layout, Map<Integer, String> columns, Map<String, String> constants) {
    var chosen = new ArrayList<>(columns.values());
    chosen.addAll(constants.keySet());
    Set<String> distinct = new HashSet<>(chosen);
    if (distinct.size() < chosen.size()) {
      throw Refusal.invalid("exchange.field-twice", "columns");
    }
    var known = kind.fields().stream().map(ImportField::key).toList();
    boolean there =
        columns.keySet().stream()
            .allMatch(
                i -> layout.columns().stream().anyMatch(c -> c.index() == i && !c.withheld()));
    if (!known.containsAll(distinct) || !there) {
      throw Refusal.invalid("exchange.field-unknown", "columns");
    }
    for (var field : kind.fields()) {
      if (field.required() && !distinct.contains(field.key())) {
        throw Refusal.invalid("exchange.field-missing", field.key());
      }
    }
  }
}
