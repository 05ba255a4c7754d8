package org.silian.journal;

import java.util.List;
import java.util.UUID;
import org.silian.permission.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline of any record, for whoever may open the record. */
@RestController
@RequestMapping(path = "/api/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
class TimelineController {

  private final Timelines timelines;
  private final Subjects subjects;

  TimelineController(Timelines timelines, Subjects subjects) {
    this.timelines = timelines;
    this.subjects = subjects;
  }

  @GetMapping
  @SignedIn
  List<Timelines.TimelineEntry> timeline(@RequestParam String type, @RequestParam UUID id) {
    var subject = new Subject(type, id);
    subjects.refuseUnlessVisible(subject, Actor.current());
    return timelines.of(subject);
  }
}
