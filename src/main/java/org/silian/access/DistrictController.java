package org.silian.access;

import org.jspecify.annotations.Nullable;
import org.silian.language.Texts;
import org.silian.permission.Open;
import org.silian.tenancy.District;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may know of the district before signing in, and whether the program is there. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class DistrictController {

  private final AccessProperties properties;
  private final PrivacyNotice notice;
  private final Texts texts;

  DistrictController(AccessProperties properties, PrivacyNotice notice, Texts texts) {
    this.properties = properties;
    this.notice = notice;
    this.texts = texts;
  }

  /**
   * @param filing the filing number (备案号)
   * @param contact whom people ask about their data
   * @param complaint where people complain about the application (R-BUR-05)
   */
  record DistrictView(
      String code,
      String name,
      boolean demo,
      @Nullable String filing,
      @Nullable String contact,
      @Nullable String complaint,
      PrivacyNoticeView privacyNotice) {}

  record PrivacyNoticeView(String version, String text) {}

  record HealthView(String status) {}

  @GetMapping("/district")
  @Open
  DistrictView district() {
    var district = District.current();
    return new DistrictView(
        district.code(),
        name(district),
        properties.demo(),
        own("district.filing", properties.filing()),
        own("district.contact", properties.contact()),
        texts.own("district.complaint"),
        new PrivacyNoticeView(notice.version(), notice.text()));
  }

  private String name(District district) {
    var own = texts.own("district.name");
    return own == null ? district.name() : own;
  }

  private @Nullable String own(String code, @Nullable String otherwise) {
    var own = texts.own(code);
    return own == null ? otherwise : own;
  }

  /** For supervisors and load balancers; belongs to no district. */
  @GetMapping("/health")
  @Open
  HealthView health() {
    return new HealthView("UP");
  }
}
