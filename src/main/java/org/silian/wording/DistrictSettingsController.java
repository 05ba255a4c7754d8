package org.silian.wording;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.permission.Requires;
import org.silian.tenancy.District;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a district says of itself; where it says nothing, the environment of the program speaks. */
@RestController
@RequestMapping(path = "/api/district/settings", produces = MediaType.APPLICATION_JSON_VALUE)
class DistrictSettingsController {

  private static final String NAME = "district.name";
  private static final String FILING = "district.filing";
  private static final String CONTACT = "district.contact";
  private static final String COMPLAINT = "district.complaint";

  private final OwnWords words;
  private final WordingStore store;
  private final WordingManagement management;

  DistrictSettingsController(OwnWords words, WordingStore store, WordingManagement management) {
    this.words = words;
    this.store = store;
    this.management = management;
  }

  /**
   * A district's settings.
   *
   * @param registered the name in the registry, which stands where none is set here
   * @param host the host name, which the operator sets
   * @param filing the filing number (备案号)
   * @param contact whom people ask about their data
   * @param complaint where people complain about the application (R-BUR-05): a phone or an address
   */
  record DistrictSettings(
      long version,
      String code,
      String registered,
      @Nullable String host,
      @Nullable String name,
      @Nullable String filing,
      @Nullable String contact,
      @Nullable String complaint) {}

  record DistrictSettingsRequest(
      @Nullable @Size(max = 30) String name,
      @Nullable @Size(max = 100) String filing,
      @Nullable @Size(max = 200) String contact,
      @Nullable @Size(max = 200) @Pattern(regexp = "(?i)(?!\\s*javascript:).*") String complaint) {}

  @GetMapping
  @Requires("wording.edit")
  ResponseEntity<DistrictSettings> settings() {
    store.refresh();
    var district = District.current();
    var view =
        new DistrictSettings(
            words.words().version(),
            district.code(),
            district.name(),
            district.host(),
            own(NAME),
            own(FILING),
            own(CONTACT),
            own(COMPLAINT));
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  @PutMapping
  @Requires("wording.edit")
  ResponseEntity<DistrictSettings> describe(
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody DistrictSettingsRequest body) {
    var settings = new HashMap<String, @Nullable String>();
    settings.put(NAME, plain(body.name()));
    settings.put(FILING, plain(body.filing()));
    settings.put(CONTACT, plain(body.contact()));
    settings.put(COMPLAINT, plain(body.complaint()));
    management.describe(settings, Revision.parse(ifMatch));
    return settings();
  }

  private @Nullable String own(String code) {
    return words.words().text(code, Locale.SIMPLIFIED_CHINESE);
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
