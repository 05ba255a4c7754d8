package org.silian.city;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Set;
import org.silian.demo.DemoChapter;
import org.silian.demo.DemoScene;
import org.silian.permission.Role;
import org.silian.tenancy.District;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Half a year of published figures of both demo districts. The last month is left to whoever looks
 * at the demo: the neighbour has published it already.
 */
@Component
@Profile("demo")
@Order(900)
class CityDemo implements DemoChapter {

  private static final int MONTHS = 7;

  private final Publications publications;
  private final CityUpload upload;

  CityDemo(Publications publications, CityUpload upload) {
    this.publications = publications;
    this.upload = upload;
  }

  @Override
  public void tell(DemoScene scene) {
    tell(scene, 2);
  }

  @Override
  public void tellNeighbour(DemoScene scene) {
    tell(scene, 1);
  }

  private void tell(DemoScene scene, int last) {
    var publisher = scene.holder(Role.ORGANISATION_DEPARTMENT);
    var figures = Set.of("N33", "wish.collected", "wish.published");
    for (int ago = MONTHS; ago >= last; ago--) {
      var month = YearMonth.from(scene.today()).minusMonths(ago);
      var when =
          month.plusMonths(1).atDay(1).atTime(LocalTime.of(9, 0)).atZone(District.ZONE).toInstant();
      scene.at(
          when,
          publisher,
          () -> {
            var draft = publications.draft(month, figures);
            return publications.publish(month, figures, draft.seen(), true);
          });
    }
    upload.send();
  }
}
