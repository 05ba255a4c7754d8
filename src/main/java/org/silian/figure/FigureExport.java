package org.silian.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silian.exchange.ExportFilters;
import org.silian.exchange.ExportList;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory;
import org.silian.problem.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind a number, as its page shows it. */
@Configuration(proxyBeanMethods = false)
class FigureExport {

  @Bean
  ExportList figureEntryList(
      FigureController figures, OrganisationDirectory organisations, Texts texts) {
    return new ExportList(
        "figure-entries",
        FigurePermission.ENTRIES.id(),
        List.of("day", "entry", "subject", "organisation", "amount"),
        (filters, after, size) ->
            figures
                .entries(
                    id(filters),
                    filters.id("organisation"),
                    filters.day("from"),
                    filters.day("to"),
                    after,
                    size)
                .map(
                    entry ->
                        List.of(
                            entry.day(),
                            entry.sentence(),
                            Stream.of(entry.subject().number(), entry.subject().title())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")),
                            entry.organisation().name(),
                            entry.amount())),
        filters -> words(filters, organisations, texts));
  }

  private static String id(ExportFilters filters) {
    var id = filters.text("figure");
    if (id == null) {
      throw Refusal.invalid("missing", "figure");
    }
    return id;
  }

  private static List<String> words(
      ExportFilters filters, OrganisationDirectory organisations, Texts texts) {
    var words = new ArrayList<String>();
    words.add(texts.text("figure." + id(filters) + ".name"));
    var organisation = filters.id("organisation");
    if (organisation != null) {
      words.add(organisations.get(organisation).name());
    }
    if (filters.day("from") != null || filters.day("to") != null) {
      words.add(
          Objects.toString(filters.day("from"), "")
              + " — "
              + Objects.toString(filters.day("to"), ""));
    }
    return words;
  }
}
