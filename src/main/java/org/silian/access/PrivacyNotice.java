package org.silian.access;

import java.util.Map;
import org.silian.language.Texts;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;

/** What people are told before they give any data of theirs (R-PI-04), by version. */
@Component
class PrivacyNotice {

  private final Texts texts;
  private final AccessProperties properties;

  PrivacyNotice(Texts texts, AccessProperties properties) {
    this.texts = texts;
    this.properties = properties;
  }

  String version() {
    return texts.text("access.privacy-notice.version");
  }

  String text() {
    var own = texts.own("district.contact");
    var contact = own == null ? properties.contact() : own;
    var name = texts.own("district.name");
    return texts.text(
        "access.privacy-notice.text",
        Map.of(
            "district",
            name == null ? District.current().name() : name,
            "contact",
            contact == null ? texts.text("access.privacy-notice.no-contact") : contact));
  }

  /** Refuses consent to any other version than the one in force. */
  void refuseUnlessCurrent(String version) {
    if (!version.equals(version())) {
      throw Refusal.conflict("access.notice-changed").at("noticeVersion");
    }
  }
}
