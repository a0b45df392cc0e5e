package io.shopkeeper.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as the reader writes them, in the reader's time zone. */
@Named("fmt")
@RequestScoped
public class Formats {

  private static final int DAY_HOURS = 24;

  @Inject private Reader reader;
  @Inject private Clock clock;

  /** Day and time; a dash for none. */
  public String time(Instant instant) {
    return instant == null
        ? "–"
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(reader.getLocale())
            .format(instant.atZone(reader.getZone()));
  }

  /** Hour, minute and second. */
  public String clock(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(
        instant.atZone(reader.getZone()).toLocalTime().truncatedTo(ChronoUnit.SECONDS));
  }

  /** How long ago: minutes, hours, or the day. */
  public String ago(Instant instant) {
    if (instant == null) {
      return "–";
    }
    boolean chinese = reader.getLocale().getLanguage().equals("zh");
    long minutes = Math.max(0, Duration.between(instant, clock.instant()).toMinutes());
    if (minutes < 1) {
      return chinese ? "刚刚" : "just now";
    }
    if (minutes < 60) {
      return chinese ? minutes + " 分钟前" : minutes + " min ago";
    }
    long hours = minutes / 60;
    return hours < DAY_HOURS ? (chinese ? hours + " 小时前" : hours + " h ago") : time(instant);
  }

  /** A count with its separators. */
  public String count(Number number) {
    return NumberFormat.getIntegerInstance(reader.getLocale()).format(number);
  }

  /** Any number: whole ones with separators, others with up to four decimals; a dash for none. */
  public String value(Number value) {
    if (value == null) {
      return "–";
    }
    double number = value.doubleValue();
    return number == Math.rint(number)
        ? count(Math.round(number))
        : String.format(Locale.ROOT, "%.4f", number).replaceFirst("0+$", "");
  }

  /** A metric with four decimals; a dash for none. */
  public String metric(Double value) {
    if (value == null) {
      return "–";
    }
    return value == Math.rint(value) && Math.abs(value) >= 2
        ? count(value.longValue())
        : String.format(Locale.ROOT, "%.4f", value);
  }

  /** From 0 to 1 as percent with a tenth, so that few of many do not look like none. */
  public String share(double fraction) {
    NumberFormat percent = NumberFormat.getPercentInstance(reader.getLocale());
    percent.setMaximumFractionDigits(1);
    return percent.format(fraction);
  }

  /** From 0 to 1 as whole percent. */
  public String percent(double fraction) {
    return NumberFormat.getPercentInstance(reader.getLocale()).format(fraction);
  }

  /** A probability, from 0 to 1, as percent with two decimals at most. */
  public String probability(double fraction) {
    NumberFormat format = NumberFormat.getPercentInstance(reader.getLocale());
    format.setMaximumFractionDigits(2);
    return format.format(fraction);
  }

  /** Bytes in the unit that suits. */
  public String bytes(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " B";
    }
    if (bytes < 1 << 20) {
      return String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0);
    }
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / 1073741824.0);
  }

  /** How long something took, or takes until now; a dash before it started. */
  public String took(Instant from, Instant until) {
    if (from == null) {
      return "–";
    }
    Duration duration = Duration.between(from, until == null ? clock.instant() : until);
    return duration.toMinutes() > 0
        ? "%d:%02d min".formatted(duration.toMinutes(), duration.toSecondsPart())
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
