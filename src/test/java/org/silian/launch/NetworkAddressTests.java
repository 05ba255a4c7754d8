package org.silian.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTests {

  @ParameterizedTest
  @ValueSource(strings = {"docker0", "br-4f1c", "veth12ab", "virbr0", "vmnet8", "utun3", "wg0"})
  void noPhoneComesThroughAContainersNetwork(String name) {
    assertThat(NetworkAddress.isVirtual(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth0", "en0", "enp3s0", "wlan0", "wlp2s0"})
  void phonesComeThroughCablesAndAir(String name) {
    assertThat(NetworkAddress.isVirtual(name)).isFalse();
  }
}
