package org.silian.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.silian.api.Cursor;
import org.silian.exchange.ExportFilters;
import org.silian.exchange.ExportList;
import org.silian.journal.Actor;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory;
import org.silian.tenancy.District;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The staff's list of wishes, as its screen asks for it. */
@Configuration(proxyBeanMethods = false)
class WishExport {

  @Bean
  ExportList wishList(WishBoard board, OrganisationDirectory organisations, Texts texts) {
    return new ExportList(
        "wishes",
        WishPermission.VIEW.id(),
        List.of("number", "title", "kind", "community", "state", "collected", "due"),
        (filters, after, size) ->
            board
                .within(Actor.current(), filter(filters), Cursor.parse(after), size)
                .map(
                    wish ->
                        List.of(
                            wish.number(),
                            wish.title(),
                            kind(texts, wish.kind()),
                            wish.community().name(),
                            state(texts, wish.state()),
                            District.day(wish.collectedAt()),
                            wish.due() == null ? "" : wish.due())),
        filters -> words(filters, organisations, texts),
        filters -> board.count(Actor.current(), filter(filters)));
  }

  private static WishBoard.Filter filter(ExportFilters filters) {
    return new WishBoard.Filter(
        filters.one("state", WishState.class),
        filters.one("kind", WishKind.class),
        filters.id("organisation"),
        filters.text("q"));
  }

  private static List<String> words(
      ExportFilters filters, OrganisationDirectory organisations, Texts texts) {
    var filter = filter(filters);
    var words = new ArrayList<String>();
    if (filter.q() != null) {
      words.add(texts.text("export.search", Map.of("words", filter.q())));
    }
    if (filter.state() != null) {
      words.add(state(texts, filter.state()));
    }
    if (filter.kind() != null) {
      words.add(kind(texts, filter.kind()));
    }
    if (filter.organisation() != null) {
      words.add(organisations.get(filter.organisation()).name());
    }
    return words;
  }

  private static String kind(Texts texts, WishKind kind) {
    return texts.text("wish.kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  private static String state(Texts texts, WishState state) {
    return texts.text("wish.state." + state.name().toLowerCase(Locale.ROOT));
  }
}
