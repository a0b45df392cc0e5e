package io.shopkeeper.fraud.features;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address or a network of them, such as {@code 203.0.113.0/24}. Asks nobody: what is no
 * address in digits is none. IPv4 addresses are those of IPv6 that are mapped to them.
 *
 * @param bits the 128 bits as hexadecimal digits; those behind the prefix are 0
 * @param prefix how many bits count, 0 to 128
 */
public record IpNetwork(String bits, int prefix) {

  private static final int ALL = 128;
  private static final int MAPPED = 96;
  private static final int BYTES = 16;
  private static final int GROUPS = 8;
  private static final String FOUR_BITS = "00000000000000000000ffff";
  private static final Pattern FOUR =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

  /** Of a text with or without a prefix; empty where it is none. */
  public static Optional<IpNetwork> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    boolean four = text.indexOf(':') < 0;
    int prefix = ALL;
    if (slash >= 0) {
      String length = text.substring(slash + 1);
      if (!LENGTH.matcher(length).matches()) {
        return Optional.empty();
      }
      prefix = Integer.parseInt(length) + (four ? MAPPED : 0);
      if (prefix > ALL) {
        return Optional.empty();
      }
    }
    return Optional.of(of(address.get(), prefix));
  }

  private static IpNetwork of(byte[] address, int prefix) {
    byte[] kept = address.clone();
    for (int bit = prefix; bit < ALL; bit++) {
      kept[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return new IpNetwork(HexFormat.of().formatHex(kept), prefix);
  }

  /** The network of a size in which this one lies. */
  public IpNetwork within(int size) {
    return of(HexFormat.of().parseHex(bits), Math.min(size, prefix));
  }

  /**
   * What an address is counted with: the /24 of an IPv4 address, the /48 of an IPv6 address, such
   * as {@code 203.0.113.0/24}; empty where the text, which may be null, is no address.
   */
  static Optional<String> range(String ip) {
    return Optional.ofNullable(ip)
        .flatMap(IpNetwork::parse)
        .filter(network -> network.prefix == ALL)
        .map(IpNetwork::range);
  }

  private String range() {
    byte[] address = HexFormat.of().parseHex(bits);
    if (bits.startsWith(FOUR_BITS)) {
      return "%d.%d.%d.0/24".formatted(address[12] & 0xff, address[13] & 0xff, address[14] & 0xff);
    }
    return "%x:%x:%x::/48".formatted(group(address, 0), group(address, 1), group(address, 2));
  }

  private static int group(byte[] address, int at) {
    return ((address[2 * at] & 0xff) << 8) | (address[2 * at + 1] & 0xff);
  }

  private static Optional<byte[]> address(String text) {
    Matcher four = FOUR.matcher(text);
    if (four.matches()) {
      return four(four);
    }
    int dots = text.lastIndexOf(':');
    Matcher behind = FOUR.matcher(text.substring(dots + 1));
    if (dots > 0 && behind.matches()) {
      return four(behind)
          .flatMap(
              mapped -> {
                HexFormat hex = HexFormat.of();
                String tail =
                    hex.formatHex(mapped, 12, 14) + ":" + hex.formatHex(mapped, 14, BYTES);
                return six(text.substring(0, dots + 1) + tail);
              });
    }
    return text.indexOf(':') < 0 ? Optional.empty() : six(text);
  }

  private static Optional<byte[]> four(Matcher four) {
    byte[] address = new byte[BYTES];
    address[10] = (byte) 0xff;
    address[11] = (byte) 0xff;
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(four.group(i + 1));
      if (part > 255) {
        return Optional.empty();
      }
      address[12 + i] = (byte) part;
    }
    return Optional.of(address);
  }

  private static Optional<byte[]> six(String text) {
    int gap = text.indexOf("::");
    String[] before = groups(gap < 0 ? text : text.substring(0, gap));
    String[] after = gap < 0 ? new String[0] : groups(text.substring(gap + 2));
    int given = before.length + after.length;
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    byte[] address = new byte[BYTES];
    for (int i = 0; i < given; i++) {
      boolean first = i < before.length;
      String group = first ? before[i] : after[i - before.length];
      if (!GROUP.matcher(group).matches()) {
        return Optional.empty();
      }
      int value = Integer.parseInt(group, 16);
      int at = 2 * (first ? i : GROUPS - given + i);
      address[at] = (byte) (value >> 8);
      address[at + 1] = (byte) value;
    }
    return Optional.of(address);
  }

  private static String[] groups(String text) {
    return text.isEmpty()
        ? new String[0]
        : Arrays.stream(text.split(":", -1)).toArray(String[]::new);
  }
}
