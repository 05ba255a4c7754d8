package org.silian.launch;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address under which a phone in the same network reaches this computer. */
final class NetworkAddress {

  /** Bridges and tunnels of containers, virtual machines and private networks. */
  private static final Pattern VIRTUAL =
      Pattern.compile("(docker|br-|bridge|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|lxc).*");

  private NetworkAddress() {}

  static Optional<String> ofThisComputer() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(NetworkAddress::isReal)
          .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
          .map(address -> address.getHostAddress())
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static boolean isReal(NetworkInterface network) {
    try {
      return network.isUp()
          && !network.isLoopback()
          && !network.isVirtual()
          && !network.isPointToPoint()
          && !isVirtual(network.getName());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isVirtual(String name) {
    return VIRTUAL.matcher(name).matches();
  }
}
