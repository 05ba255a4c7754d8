package org.silian.organisation;

import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.exchange.ExportFilters;
import org.silian.exchange.ExportList;
import org.silian.language.Texts;
import org.silian.problem.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of people and organisations, as their screens ask for them. */
@Configuration(proxyBeanMethods = false)
class OrganisationExchange {

  /** More organisations than a district has. */
  private static final int MOST = 100_000;

  /** As the list of terms has it. */
  private static final ValueRange WITHIN = ValueRange.of(1, 366);

  @Bean
  ExportList peopleList(PersonController people, OrganisationDirectory directory, Texts texts) {
    return new ExportList(
        "people",
        OrganisationPermission.VIEW_PERSONS.id(),
        List.of("name", "phone", "posts"),
        (filters, after, size) ->
            people
                .people(filters.id("organisation"), filters.text("q"), after, size)
                .map(
                    person ->
                        List.of(
                            person.name(),
                            text(person.phone()),
                            person.posts().stream()
                                .map(p -> p.organisation().name() + " · " + p.roleName())
                                .collect(Collectors.joining("；")))),
        filters -> words(filters, "organisation", directory, texts));
  }

  @Bean
  ExportList organisationList(
      OrganisationController organisations, OrganisationDirectory directory, Texts texts) {
    return new ExportList(
        "organisations",
        OrganisationPermission.VIEW_ORGANISATIONS.id(),
        List.of("name", "kind", "parent"),
        (filters, after, size) ->
            ExportList.whole(
                organisations
                    .organisations(
                        filters.one("kind", OrganisationKind.class),
                        filters.text("q"),
                        filters.id("under"),
                        MOST)
                    .stream()
                    .map(o -> List.<Object>of(o.name(), o.kindName(), text(o.place())))
                    .toList()),
        filters -> {
          var words = words(filters, "under", directory, texts);
          var kind = filters.one("kind", OrganisationKind.class);
          if (kind != null) {
            words.add(texts.text("organisation.kind." + kind));
          }
          return words;
        });
  }

  @Bean
  ExportList endingList(AppointmentController appointments, Texts texts) {
    return new ExportList(
        "appointments-ending",
        OrganisationPermission.VIEW_PERSONS.id(),
        List.of("person", "organisation", "role", "from", "to"),
        (filters, after, size) ->
            appointments
                .ending(days(filters), after, size)
                .map(
                    row ->
                        List.of(
                            row.person().name(),
                            row.organisation().name(),
                            row.roleName(),
                            row.from(),
                            Objects.requireNonNull(row.to()))),
        filters ->
            List.of(texts.text("export.appointments-ending.within", Map.of("n", days(filters)))));
  }

  private static int days(ExportFilters filters) {
    var days = filters.text("days");
    if (days == null) {
      return 30;
    }
    if (!days.matches("\\d{1,3}") || !WITHIN.isValidIntValue(Integer.parseInt(days))) {
      throw Refusal.invalid("invalid", "days");
    }
    return Integer.parseInt(days);
  }

  private static List<String> words(
      ExportFilters filters, String place, OrganisationDirectory directory, Texts texts) {
    var words = new ArrayList<String>();
    var id = filters.id(place);
    if (id != null) {
      words.add(directory.get(id).name());
    }
    var q = filters.text("q");
    if (q != null) {
      words.add(texts.text("export.search", Map.of("words", q)));
    }
    return words;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
