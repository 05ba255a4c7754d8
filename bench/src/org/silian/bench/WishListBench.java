package org.silian.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silian.bench.Bench.Results;
import org.silian.bench.Volume.Post;

/** Twenty lines of the staff's list of wishes, signed in, at the reach of three posts. */
record WishListBench(Volume volume, Peers peers, Results results) {

  private static final List<String> FILTERS =
      List.of("", "state=PUBLISHED", "kind=REPAIR", "state=COLLECTED&kind=GOODS", "q=想学");

  void run() throws Exception {
    var posts = new LinkedHashMap<String, Post>();
    posts.put("district", volume.post("STREET_WORKER", volume.district()));
    posts.put("street", volume.post("STREET_WORKER", volume.largestStreet()));
    posts.put("community", volume.post("COMMUNITY_WORKER", volume.largestCommunity()));
    posts.put("empty community", volume.post("COMMUNITY_WORKER", volume.emptyCommunity()));
    var first = posts.firstEntry();
    for (var filter : FILTERS) {
      peers.warmUp(
          200, () -> toSilian(first.getValue(), filter), () -> toBare(first.getValue(), filter));
    }
    for (var post : posts.entrySet()) {
      for (var filter : FILTERS) {
        measure(post, filter);
      }
    }
  }

  private void measure(Map.Entry<String, Post> post, String filter) throws Exception {
    var toSilian = toSilian(post.getValue(), filter);
    var toBare = toBare(post.getValue(), filter);
    refuseUnlessAlike(toSilian, toBare);
    var both = peers.compare(200, () -> toSilian, () -> toBare);
    results.add(
        "wish list, %s%s".formatted(post.getKey(), filter.isEmpty() ? "" : ", " + filter),
        "%.2f".formatted(both.ratio()),
        "0.6",
        "%.0f/s".formatted(both.silian().perSecond()),
        "%.0f/s".formatted(both.bare().perSecond()),
        both.silian());
  }

  private byte[] toSilian(Post post, String filter) {
    return Http.request(
        "GET", peers.silian(), "/api/wishes?size=20&" + encoded(filter), post.cookies(), "");
  }

  private byte[] toBare(Post post, String filter) {
    return Http.request(
        "GET", peers.bare(), "/list?reach=%s&%s".formatted(post.path(), encoded(filter)), "", "");
  }

  /** Both must show the same wishes in the same order, or nothing is compared. */
  private void refuseUnlessAlike(byte[] toSilian, byte[] toBare) throws Exception {
    try (var silian = new Http(peers.silian());
        var bare = new Http(peers.bare())) {
      var ours = ids(silian.send(toSilian).text());
      var limits = ids(bare.send(toBare).text());
      if (!ours.equals(limits)) {
        throw new IllegalStateException("Silian shows " + ours + ", the limit " + limits);
      }
    }
  }

  private static List<String> ids(String json) {
    return java.util.regex.Pattern.compile("\"number\":\"([^\"]+)\"")
        .matcher(json)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String encoded(String filter) {
    return filter.startsWith("q=")
        ? "q=" + URLEncoder.encode(filter.substring(2), StandardCharsets.UTF_8)
        : filter;
  }
}
