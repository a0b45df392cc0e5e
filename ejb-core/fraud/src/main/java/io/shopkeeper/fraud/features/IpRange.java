package io.shopkeeper.fraud.features;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Networks of IP addresses. Asks nobody: what is no address in digits has none. */
final class IpRange {

  private static final Pattern FOUR =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.\\d{1,3}");
  private static final Pattern MAPPED = Pattern.compile("(?i)::ffff:(\\d{1,3}(?:\\.\\d{1,3}){3})");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;
  private static final int KEPT = 3;

  private IpRange() {}

  /** The /24 of an IPv4 address, the /48 of an IPv6 address; empty where it is neither. */
  static Optional<String> of(String ip) {
    if (ip == null) {
      return Optional.empty();
    }
    Matcher mapped = MAPPED.matcher(ip);
    Matcher four = FOUR.matcher(mapped.matches() ? mapped.group(1) : ip);
    if (four.matches()) {
      return Optional.of(
          "%d.%d.%d.0/24"
              .formatted(
                  Integer.parseInt(four.group(1)),
                  Integer.parseInt(four.group(2)),
                  Integer.parseInt(four.group(3))));
    }
    return ip.contains(":") ? six(ip) : Optional.empty();
  }

  private static Optional<String> six(String ip) {
    int gap = ip.indexOf("::");
    String before = gap < 0 ? ip : ip.substring(0, gap);
    String[] groups = before.isEmpty() ? new String[0] : before.split(":", -1);
    if (groups.length > GROUPS || (gap < 0 && groups.length != GROUPS)) {
      return Optional.empty();
    }
    var kept = new StringBuilder();
    for (int i = 0; i < KEPT; i++) {
      String group = i < groups.length ? groups[i] : "0";
      if (!GROUP.matcher(group).matches()) {
        return Optional.empty();
      }
      kept.append(Integer.toHexString(Integer.parseInt(group, 16))).append(':');
    }
    return Optional.of(kept.append(":/48").toString());
  }
}
