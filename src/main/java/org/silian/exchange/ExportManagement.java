package org.silian.exchange;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.silian.exchange.ExportStore.Export;
import org.silian.exchange.ExportStore.State;
import org.silian.exchange.ExportWriting.ExportHead;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.language.Texts;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes lists to files: short ones while one waits, long ones in the background. */
@Component
class ExportManagement {

  /** What is longer is written in the background. */
  static final int AT_ONCE = 10_000;

  private static final Logger log = LoggerFactory.getLogger(ExportManagement.class);

  private final Map<String, ExportList> lists = new TreeMap<>();
  private final ExportStore store;
  private final ExportContent content;
  private final Permissions permissions;
  private final Names names;
  private final Texts texts;
  private final Districts districts;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final boolean demo;

  ExportManagement(
      List<ExportList> lists,
      ExportStore store,
      ExportContent content,
      Permissions permissions,
      Names names,
      Texts texts,
      Districts districts,
      ApplicationEventPublisher facts,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${silian.demo:false}") boolean demo) {
    lists.forEach(list -> this.lists.put(list.name(), list));
    this.store = store;
    this.content = content;
    this.permissions = permissions;
    this.names = names;
    this.texts = texts;
    this.districts = districts;
    this.facts = facts;
    this.transaction = transaction;
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * @throws Refusal {@code forbidden} for a list that the post may not see
   */
  ExportList list(String name, Actor actor) {
    var list = lists.get(name);
    if (list == null) {
      throw Refusal.notFound("not-found").at("list");
    }
    var role = actor.role() == null ? Role.RESIDENT : actor.role();
    if (list.permission() != null && !permissions.allows(role, list.permission())) {
      throw Refusal.forbidden("forbidden");
    }
    return list;
  }

  UUID add(ExportList list, ExportFormat format, ExportFilters filters, Actor actor) {
    list.words().of(filters);
    return store.add(
        actor, list.name(), format, LocaleContextHolder.getLocale().toLanguageTag(), filters);
  }

  /** Writes what can be written at once and leaves the rest to the background. */
  void begin(Export export) {
    try {
      var writing = open(export);
      if (!writing.until(AT_ONCE)) {
        return;
      }
      if (writing.isComplete()) {
        finish(writing);
      } else {
        long total = list(export.list(), export.actor()).count().of(export.filters());
        if (total >= 0) {
          store.expect(export.id(), total);
        }
        inBackground(export, () -> goOn(writing));
      }
    } catch (IOException | RuntimeException e) {
      store.end(export.id(), State.FAILED, 0);
      throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  private ExportWriting open(Export export) throws IOException {
    var list = list(export.list(), export.actor());
    return new ExportWriting(export, list, head(export, list), store, content);
  }

  private ExportHead head(Export export, ExportList list) {
    var key = "export." + list.name();
    var title = texts.text(key);
    var lines = new ArrayList<String>();
    lines.add(title);
    var words = list.words().of(export.filters());
    lines.add(
        texts.text("exchange.export.filters")
            + (words.isEmpty()
                ? texts.text("exchange.export.no-filters")
                : String.join("；", words)));
    lines.add(
        texts.text(
            "exchange.export.as-of",
            Map.of("at", ExportFile.MOMENT.format(clock.instant()), "by", by(export.actor()))));
    if (demo) {
      lines.add(texts.text("exchange.export.demo"));
    }
    return new ExportHead(
        title, lines, list.columns().stream().map(c -> texts.text(key + "." + c)).toList());
  }

  private String by(Actor actor) {
    var ids = new ArrayList<UUID>();
    ids.add(actor.personOrRefuse());
    if (actor.appointment() != null) {
      ids.add(actor.appointment());
    }
    var known = names.of(ids);
    return String.join(
        "，", ids.stream().map(known::get).filter(java.util.Objects::nonNull).toList());
  }

  private void goOn(ExportWriting writing) {
    try {
      if (writing.until(Long.MAX_VALUE)) {
        finish(writing);
      }
    } catch (IOException | RuntimeException e) {
      log.error("An export failed", e);
      store.end(writing.id(), State.FAILED, writing.written());
    }
  }

  private void finish(ExportWriting writing) throws IOException {
    writing.close();
    var export = writing.export();
    transaction.executeWithoutResult(
        status -> {
          if (store.end(export.id(), State.DONE, writing.written())
              && export.actor().organisation() != null) {
            facts.publishEvent(
                new ListExported(
                    export.id(),
                    export.actor().organisation(),
                    clock.instant(),
                    writing.written(),
                    export.format(),
                    codes(export)));
          }
        });
  }

  /** Which list by which filters; of what somebody typed only that she did. */
  private static String codes(Export export) {
    var codes = new StringBuilder(export.list());
    new TreeMap<>(export.filters().values())
        .forEach(
            (name, value) ->
                codes
                    .append(' ')
                    .append(name)
                    .append(
                        value.matches("[A-Z_0-9a-f-]{1,40}") && !name.equals("q")
                            ? "=" + value
                            : ""));
    return codes.toString();
  }

  private static void inBackground(Export export, Runnable work) {
    var district = District.current();
    var language = Locale.forLanguageTag(export.language());
    Thread.ofVirtual()
        .name("export")
        .start(
            () -> {
              LocaleContextHolder.setLocale(language);
              district.run(() -> export.actor().run(work));
            });
  }

  /** What a program that is gone left half written is written anew. */
  @Scheduled(fixedDelayString = "${silian.exchange.take-over:PT30S}")
  void takeOver() {
    districts
        .all()
        .forEach(
            district ->
                district.run(
                    () -> {
                      for (var left = store.takeOver(); left.isPresent(); left = store.takeOver()) {
                        var export = left.get();
                        inBackground(export, () -> again(export));
                      }
                    }));
  }

  private void again(Export export) {
    try {
      goOn(open(export));
    } catch (IOException | RuntimeException e) {
      log.error("An export failed", e);
      store.end(export.id(), State.FAILED, 0);
    }
  }
}
