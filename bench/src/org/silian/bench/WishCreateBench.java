package org.silian.bench;

import java.util.UUID;
import java.util.function.Supplier;
import org.silian.bench.Bench.Results;

/**
 * A wish written down by a worker: her session, the key of the request, the wish, how to reach the
 * wisher, the task that follows, the journal entry with its measures, the note for the search;
 * against two inserts.
 */
record WishCreateBench(Volume volume, Peers peers, Results results) {

  private static final String BODY =
      """
      {"kind":"REPAIR","words":"阳台的灯坏了很久，想请人来修一修。","child":false,\
      "guardianConsent":false,"consent":{"noticeVersion":"1","how":"ORAL"},\
      "wisher":{"name":"陆三"}}""";

  void run() throws Exception {
    var community = volume.largestCommunity();
    var worker = volume.post("COMMUNITY_WORKER", community);
    Supplier<byte[]> toSilian =
        () ->
            Http.request(
                "POST",
                peers.silian(),
                "/api/wishes",
                worker.cookies() + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                BODY);
    var toBare =
        Http.request(
            "POST",
            peers.bare(),
            "/make?community=%s&person=%s".formatted(community, worker.person()),
            "",
            BODY);
    peers.warmUp(201, toSilian, () -> toBare);
    var both = peers.compare(201, toSilian, () -> toBare);
    results.add(
        "create a wish",
        "%.2f".formatted(both.ratio()),
        "0.5",
        "%.0f/s".formatted(both.silian().perSecond()),
        "%.0f/s".formatted(both.bare().perSecond()),
        both.silian());
  }
}
