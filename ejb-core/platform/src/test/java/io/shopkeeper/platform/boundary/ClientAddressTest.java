package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, , 198.51.100.7",
    "198.51.100.7, 203.0.113.9, 198.51.100.7",
    "127.0.0.1, 203.0.113.9, 203.0.113.9",
    "127.0.0.1, '10.0.0.1, 203.0.113.9', 203.0.113.9",
    "0:0:0:0:0:0:0:1, 2001:db8::7, 2001:db8::7",
    "127.0.0.1, '203.0.113.9, <script>', 127.0.0.1",
    "127.0.0.1, unknown, 127.0.0.1"
  })
  void onlyAProxyOfThisMachineIsBelievedAndOnlyItsOwnEntry(
      String peer, String forwarded, String expected) {
    assertThat(ClientAddress.of(peer, forwarded)).isEqualTo(expected);
  }
}
