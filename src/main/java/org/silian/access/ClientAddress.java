package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, for rate limits alone; nothing else keeps it. */
final class ClientAddress {

  private static final int NETWORK_OF_A_SUBSCRIBER = 8;

  private ClientAddress() {}

  /** The address; of version 6 its first half, of which a subscriber has all second halves. */
  static String of(HttpServletRequest request) {
    var address = request.getRemoteAddr();
    return address.indexOf(':') < 0 ? address : network(address);
  }

  private static String network(String address) {
    try {
      var parsed = InetAddress.ofLiteral(address.replaceFirst("%.*$", ""));
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_OF_A_SUBSCRIBER))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
