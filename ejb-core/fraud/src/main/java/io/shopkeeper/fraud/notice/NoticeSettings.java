package io.shopkeeper.fraud.notice;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How messages of cases go out. The password of the mail server is never in the database. */
public final class NoticeSettings {

  private static final String PASSWORD = "SHOPKEEPER_MAIL_PASSWORD";
  private static final int LONGEST = 250;
  private static final Duration LONGEST_WAIT = Duration.ofHours(8);
  private static final int FACTOR = 4;

  private static final SettingDefinition LOOPBACK = toggle("loopback");
  private static final SettingDefinition INTERNAL = toggle("internal");
  private static final SettingDefinition WAIT = number("notice.wait-seconds", 1, 3_600, 30);
  private static final SettingDefinition TRIES = number("notice.tries", 1, 12, 7);
  private static final SettingDefinition HOST = text("mail-host");
  private static final SettingDefinition PORT = number("notice.mail-port", 1, 65_535, 587);
  private static final SettingDefinition SECURITY =
      SettingDefinition.choice("notice.mail-security", List.of("starttls", "tls", "none"))
          .ownedBy(NoticeSettings.class);
  private static final SettingDefinition USER = text("mail-user");
  private static final SettingDefinition FROM = text("mail-from");

  private NoticeSettings() {}

  private static SettingDefinition toggle(String name) {
    return SettingDefinition.toggle("notice." + name, false).ownedBy(NoticeSettings.class);
  }

  private static SettingDefinition text(String name) {
    return SettingDefinition.text("notice." + name, LONGEST).ownedBy(NoticeSettings.class);
  }

  private static SettingDefinition number(String name, long least, long most, long usual) {
    return SettingDefinition.number(name, least, most, usual).ownedBy(NoticeSettings.class);
  }

  static void offer(Settings settings) {
    settings.offer(LOOPBACK, INTERNAL, WAIT, TRIES, HOST, PORT, SECURITY, USER, FROM);
  }

  /** Whether webhooks may go to this machine, and there without encryption. */
  public static boolean loopback(Settings settings) {
    return settings.on(LOOPBACK);
  }

  /** Whether webhooks may go to addresses inside the house. */
  public static boolean internal(Settings settings) {
    return settings.on(INTERNAL);
  }

  /** How often a message is tried. */
  static int tries(Settings settings) {
    return settings.number(TRIES).orElse(1L).intValue();
  }

  /** How long is waited after so many tries that failed: four times longer each time. */
  static Duration wait(Settings settings, int tries) {
    Duration wait = Duration.ofSeconds(settings.number(WAIT).orElse(1L));
    for (int i = 1; i < tries && wait.compareTo(LONGEST_WAIT) < 0; i++) {
      wait = wait.multipliedBy(FACTOR);
    }
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** How mail is sent; empty where it is not. */
  public static Optional<MailServer> mail(Settings settings) {
    String host = settings.text(HOST);
    String from = settings.text(FROM);
    if (host.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    String password = System.getenv(PASSWORD);
    return Optional.of(
        new MailServer(
            host,
            settings.number(PORT).orElse(0L).intValue(),
            settings.text(SECURITY),
            settings.text(USER),
            password == null ? "" : password,
            from));
  }
}
