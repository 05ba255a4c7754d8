package org.silian.access;

import java.util.List;
import org.silian.language.Texts;
import org.silian.permission.Open;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the two halves are named and shown where somebody puts them on a screen of theirs. */
@RestController
@RequestMapping(path = "/api/manifests", produces = MediaType.APPLICATION_JSON_VALUE)
class ManifestController {

  private static final String COLOUR = "#1d5e5a";
  private static final String PAPER = "#f7f6f2";
  private static final List<ManifestIcon> ICONS =
      List.of(
          new ManifestIcon("/icon.svg", "any", "image/svg+xml", "any"),
          new ManifestIcon("/icon-192.png", "192x192", "image/png", "any"),
          new ManifestIcon("/icon-512.png", "512x512", "image/png", "any"),
          new ManifestIcon("/icon-maskable-512.png", "512x512", "image/png", "maskable"));

  private final Texts texts;
  private final AccessProperties properties;

  ManifestController(Texts texts, AccessProperties properties) {
    this.texts = texts;
    this.properties = properties;
  }

  /** A web app manifest, whose member names are the standard's. */
  record ManifestView(
      String id,
      String name,
      String short_name,
      String lang,
      String start_url,
      String scope,
      String display,
      String background_color,
      String theme_color,
      List<ManifestIcon> icons) {}

  record ManifestIcon(String src, String sizes, String type, String purpose) {}

  @GetMapping("/{half}")
  @Open
  ManifestView manifest(@PathVariable String half) {
    var at =
        switch (half) {
          case "phone" -> "/";
          case "console" -> "/console/";
          default -> throw Refusal.notFound("not-found");
        };
    var own = "access.manifest." + half;
    var name = texts.text(own) + " · " + District.current().name();
    return new ManifestView(
        at,
        properties.demo() ? name + " · " + texts.text("access.manifest.demo") : name,
        texts.text(own),
        LocaleContextHolder.getLocale().toLanguageTag(),
        at,
        at,
        "standalone",
        PAPER,
        COLOUR,
        ICONS);
  }
}
