package org.silian.access;

import org.jspecify.annotations.Nullable;
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

  DistrictController(AccessProperties properties, PrivacyNotice notice) {
    this.properties = properties;
    this.notice = notice;
  }

  record DistrictView(
      String code,
      String name,
      boolean demo,
      @Nullable String filing,
      @Nullable String contact,
      PrivacyNoticeView privacyNotice) {}

  record PrivacyNoticeView(String version, String text) {}

  record HealthView(String status) {}

  @GetMapping("/district")
  @Open
  DistrictView district() {
    var district = District.current();
    return new DistrictView(
        district.code(),
        district.name(),
        properties.demo(),
        properties.filing(),
        properties.contact(),
        new PrivacyNoticeView(notice.version(), notice.text()));
  }

  /** For supervisors and load balancers; belongs to no district. */
  @GetMapping("/health")
  @Open
  HealthView health() {
    return new HealthView("UP");
  }
}
