package org.silian.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.silian.journal.Actor;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the demo on an empty data folder; one that has been told is left as it is. A telling that
 * was cut short is begun anew by the next start ({@link UnfinishedDemo}).
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoLoader implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
  private static final int YEARS = 3;

  private final Districts districts;
  private final DemoDistrict district;
  private final DemoNeighbour neighbour;
  private final DemoSignIns signIns;
  private final DemoClock clock;
  private final List<DemoChapter> chapters;
  private final DemoMark mark;

  DemoLoader(
      Districts districts,
      DemoDistrict district,
      DemoNeighbour neighbour,
      DemoSignIns signIns,
      DemoClock clock,
      List<DemoChapter> chapters,
      @Value("${silian.data}") Path data) {
    this.districts = districts;
    this.district = district;
    this.neighbour = neighbour;
    this.signIns = signIns;
    this.clock = clock;
    this.chapters = chapters;
    this.mark = DemoMark.in(data);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!districts.all().isEmpty()) {
      return;
    }
    var today = District.day(clock.instant());
    mark.set();
    districts.found(DemoDistrict.CODE, "西乡塘区", "").run(() -> tell(today));
    districts.found(DemoNeighbour.CODE, "兴宁区", DemoNeighbour.HOST).run(() -> tellNeighbour(today));
    signIns.write();
    mark.clear();
  }

  private void tell(LocalDate today) {
    var begun = clock.instant();
    var since = today.minusYears(YEARS).withDayOfMonth(1);
    var scene =
        clock.at(
            District.start(since),
            () -> Actor.SYSTEM.call(() -> district.found(since, today, clock)));
    log.info("演示城区已建立 The demo district is founded ({} ms)", since(begun));
    for (var chapter : chapters) {
      chapter.tell(scene);
      log.info("{} ({} ms)", chapter.getClass().getSimpleName(), since(begun));
    }
  }

  private void tellNeighbour(LocalDate today) {
    var begun = clock.instant();
    var since = today.minusYears(YEARS).withDayOfMonth(1);
    var scene =
        clock.at(
            District.start(since),
            () -> Actor.SYSTEM.call(() -> neighbour.found(since, today, clock)));
    chapters.forEach(chapter -> chapter.tellNeighbour(scene));
    log.info("相邻城区 The neighbouring district ({} ms)", since(begun));
  }

  private long since(Instant begun) {
    return Duration.between(begun, clock.instant()).toMillis();
  }
}
