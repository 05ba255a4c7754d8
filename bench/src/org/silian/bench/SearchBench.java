package org.silian.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.silian.bench.Bench.Results;
import org.silian.bench.Volume.Post;

/** The one box over a million records: words that many have, that few have, that none has. */
record SearchBench(Volume volume, URI silian, Results results) {

  private static final int PEOPLE = 2;
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration TIME = Duration.ofSeconds(4);

  private static final List<String> QUESTIONS =
      List.of("台灯", "帮忙 门锁", "樱花", "想学 台灯", "youai", "2024-0012");

  void run() throws Exception {
    var posts = new LinkedHashMap<String, Post>();
    posts.put("street", volume.post("STREET_WORKER", volume.largestStreet()));
    posts.put("community", volume.post("COMMUNITY_WORKER", volume.largestCommunity()));
    posts.put("empty community", volume.post("COMMUNITY_WORKER", volume.emptyCommunity()));
    for (var post : posts.entrySet()) {
      for (var question : QUESTIONS) {
        var request =
            Http.request(
                "GET",
                silian,
                "/api/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8),
                post.getValue().cookies(),
                "");
        Load.run(silian, PEOPLE, WARM_UP, 200, () -> request);
        var times = Load.run(silian, PEOPLE, TIME, 200, () -> request);
        results.add(
            "search, %s, %s".formatted(post.getKey(), question),
            "",
            "p99 < 50 ms",
            "%.0f/s".formatted(times.perSecond()),
            "",
            times);
      }
    }
  }
}
