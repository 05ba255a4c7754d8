package org.silian.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.journal.SubjectType.Title;
import org.silian.journal.Subjects;
import org.silian.language.Texts;
import org.silian.notice.Inbox.Notice;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes the sentences of notices: titles and names are asked once for all of them. */
@Component
class Sentences {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Subjects subjects;
  private final Names names;
  private final OrganisationDirectory organisations;
  private final Texts texts;

  Sentences(Subjects subjects, Names names, OrganisationDirectory organisations, Texts texts) {
    this.subjects = subjects;
    this.names = names;
    this.organisations = organisations;
    this.texts = texts;
  }

  /**
   * @param text in the reader's language
   * @param subject the record to open; absent for who may not
   */
  record Sentence(String text, @Nullable Subject subject) {}

  Map<UUID, Sentence> of(List<Notice> notices, Actor reader) {
    var titles =
        subjects.titles(notices.stream().map(Notice::subject).collect(Collectors.toSet()), reader);
    var known =
        names.of(
            notices.stream()
                .map(Notice::arguments)
                .map(Map::values)
                .flatMap(Collection::stream)
                .flatMap(value -> id(value).stream())
                .collect(Collectors.toSet()));
    return notices.stream()
        .collect(
            Collectors.toMap(
                Notice::id, notice -> sentence(notice, titles.get(notice.subject()), known)));
  }

  /** For the mail, which others may open: no title, no person's name. */
  String withoutNames(Notice notice) {
    var ids = notice.arguments().values().stream().flatMap(value -> id(value).stream()).toList();
    var known = new HashMap<UUID, String>();
    for (var id : ids) {
      known.put(
          id,
          organisations
              .find(id)
              .map(OrganisationSummary::name)
              .orElseGet(() -> texts.text("notice.somebody")));
    }
    return sentence(notice, null, known).text();
  }

  private Sentence sentence(Notice notice, @Nullable Title title, Map<UUID, String> known) {
    var key = "notice." + notice.code();
    var values = new HashMap<String, Object>();
    notice
        .arguments()
        .forEach((name, value) -> values.put(name, readable(key, name, value, known)));
    if (title == null) {
      values.put("title", texts.text("notice.untitled"));
      return new Sentence(
          texts.text(texts.has(key + ".untitled") ? key + ".untitled" : key, values), null);
    }
    values.put("title", title.text());
    values.put("number", title.number());
    return new Sentence(texts.text(key, values), notice.subject());
  }

  private Object readable(String key, String name, Object value, Map<UUID, String> known) {
    var id = id(value);
    if (id.isPresent()) {
      return known.getOrDefault(id.get(), texts.text("journal.erased"));
    }
    if (!(value instanceof String text)) {
      return value;
    }
    if (DAY.matcher(text).matches()) {
      return LocalDate.parse(text)
          .format(
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                  .withLocale(LocaleContextHolder.getLocale()));
    }
    var code = "%s.%s.%s".formatted(key, name, text.toLowerCase(Locale.ROOT));
    return texts.has(code) ? texts.text(code) : text;
  }

  private static Optional<UUID> id(Object value) {
    return value instanceof String text && ID.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
