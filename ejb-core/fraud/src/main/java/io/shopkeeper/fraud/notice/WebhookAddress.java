package io.shopkeeper.fraud.notice;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where webhooks may go: to https addresses of the public Internet. Otherwise who may add a webhook
 * could make this server ask machines that only it can reach. All addresses of a name have to be
 * fine. Java keeps what a name leads to for 30 seconds, so that the request right after the check
 * goes where the check looked.
 */
final class WebhookAddress {

  private static final int LONGEST = 500;

  private WebhookAddress() {}

  /**
   * What is wrong with an address, such as "must begin with https://"; empty if it may be asked.
   *
   * @param loopback whether this machine is allowed, and there http
   * @param internal whether addresses inside the house are
   */
  static Optional<String> fault(String text, boolean loopback, boolean internal) {
    Optional<String> shape = shape(text);
    if (shape.isPresent()) {
      return shape;
    }
    URI address = URI.create(text);
    try {
      InetAddress[] all = InetAddress.getAllByName(bare(address.getHost()));
      boolean here = true;
      for (InetAddress one : all) {
        here &= one.isLoopbackAddress();
        if (!allowed(one, loopback, internal)) {
          return Optional.of(
              "leads to %s, which is not on the public Internet; allow that in the settings if it is meant"
                  .formatted(one.getHostAddress()));
        }
      }
      boolean plain = address.getScheme().equalsIgnoreCase("http");
      return plain && !here ? Optional.of("must begin with https://") : Optional.empty();
    } catch (UnknownHostException nobody) {
      return Optional.of("names a server that cannot be found: " + address.getHost());
    }
  }

  private static Optional<String> shape(String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.of("must have 1 to %d characters".formatted(LONGEST));
    }
    try {
      var address = new URI(text);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (!scheme.equals("https") && !scheme.equals("http")) {
        return Optional.of("must begin with https://");
      }
      if (address.getHost() == null || address.getUserInfo() != null) {
        return Optional.of("must name a server, without a user and password");
      }
      return Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.of("must be an address such as https://alerts.example.com/shop");
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean allowed(InetAddress address, boolean loopback, boolean internal) {
    if (address.isLoopbackAddress()) {
      return loopback;
    }
    if (address.isAnyLocalAddress() || address.isMulticastAddress() || reserved(address)) {
      return false;
    }
    return internal || !inHouse(address);
  }

  /** 0/8, 192.0.0/24, 240/4; IPv6 that wraps another address. */
  private static boolean reserved(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address six) {
      return six.isIPv4CompatibleAddress() || wraps(bytes);
    }
    int first = bytes[0] & 0xff;
    boolean protocols = first == 192 && bytes[1] == 0 && bytes[2] == 0;
    return first == 0 || first >= 240 || protocols;
  }

  /** 64:ff9b::/96 and 2002::/16 hide an IPv4 address. */
  private static boolean wraps(byte[] bytes) {
    boolean translated =
        bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
    return translated || (bytes[0] == 0x20 && bytes[1] == 0x02);
  }

  /**
   * 10/8, 172.16/12, 192.168/16, 169.254/16, 100.64/10, 198.18/15; fe80::/10, fec0::/10, fc00::/7.
   */
  private static boolean inHouse(InetAddress address) {
    if (address.isSiteLocalAddress() || address.isLinkLocalAddress()) {
      return true;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet4Address) {
      boolean carrier = first == 100 && second >= 64 && second < 128;
      return carrier || (first == 198 && (second == 18 || second == 19));
    }
    return (first & 0xfe) == 0xfc;
  }
}
