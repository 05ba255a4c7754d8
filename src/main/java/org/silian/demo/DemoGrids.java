package org.silian.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.tenancy.District;
import org.silian.territory.DistrictMap;
import org.silian.territory.GridLayer;
import org.silian.territory.Grids;
import org.silian.territory.Shape;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Governance grids of two streets, schematic as the communities are, from which they are cut. In
 * one community a grid had grown too large and was divided a year ago.
 */
@Component
@Profile("demo")
class DemoGrids implements DemoChapter {

  private static final List<String> STREETS = List.of("450107001", "450107003");
  private static final List<String> NUMBERS =
      List.of("第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八");
  private static final int FEWEST = 4;

  private final DistrictMap map;
  private final Grids grids;
  private final OrganisationDirectory directory;

  DemoGrids(DistrictMap map, Grids grids, OrganisationDirectory directory) {
    this.map = map;
    this.grids = grids;
    this.directory = directory;
  }

  @Override
  @Transactional
  public void tell(DemoScene scene) {
    var random = scene.random("grids");
    var since = scene.today().minusYears(2).withDayOfYear(1);
    for (var community : directory.communities()) {
      var code = community.division();
      if (code != null && STREETS.contains(code.substring(0, 9))) {
        var parts = map.parts(code, FEWEST + random.nextInt(NUMBERS.size() - FEWEST));
        boolean divided = code.equals(DemoDistrict.HOME);
        if (divided) {
          tellDivision(scene, community, parts, since, random);
        } else {
          draw(scene, community, parts, 0, since, random);
        }
      }
    }
  }

  private List<UUID> draw(
      DemoScene scene,
      OrganisationSummary community,
      List<Shape> parts,
      int first,
      LocalDate on,
      Random random) {
    var drawn = new ArrayList<UUID>();
    for (int i = 0; i < parts.size(); i++) {
      var name = community.name() + NUMBERS.get(first + i) + "网格";
      var drawing =
          new Grids.Drawing(
              GridLayer.GOVERNANCE,
              name,
              community.id(),
              on,
              260 + random.nextInt(360),
              parts.get(i),
              null);
      drawn.add(scene.at(District.start(on), Actor.SYSTEM, () -> grids.draw(drawing)));
    }
    return drawn;
  }

  private void tellDivision(
      DemoScene scene,
      OrganisationSummary community,
      List<Shape> parts,
      LocalDate since,
      Random random) {
    var before = new ArrayList<>(parts.subList(1, parts.size()));
    before.set(0, Shape.union(List.of(parts.get(0), parts.get(1))));
    var large = draw(scene, community, before, 0, since, random).getFirst();
    var on = scene.today().minusYears(1).withDayOfMonth(1);
    scene.at(
        District.start(on),
        Actor.SYSTEM,
        () -> {
          grids.redraw(large, parts.get(1), on);
          return large;
        });
    draw(scene, community, List.of(parts.get(0)), before.size(), on, random);
  }
}
