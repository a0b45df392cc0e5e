package io.shopkeeper.platform.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopkeeper.platform.boundary.RequestId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as one JSON object a line: {@code time, level, logger, code, message, requestId, thread,
 * error}. Safe for use by several threads.
 */
final class JsonLines extends Formatter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CODE = Pattern.compile("^(SHOP-\\d{4})\\b");
  private static final int LONGEST_STACK = 16_000;

  @Override
  public String format(LogRecord record) {
    String message = Redaction.of(formatMessage(record));
    ObjectNode line = JSON.createObjectNode();
    line.put("time", record.getInstant().toString());
    line.put("level", record.getLevel().getName().toLowerCase(Locale.ROOT));
    line.put("logger", record.getLoggerName());
    Matcher code = CODE.matcher(message);
    if (code.find()) {
      line.put("code", code.group(1));
    }
    line.put("message", message);
    RequestId.current().ifPresent(id -> line.put("requestId", id));
    line.put("thread", Thread.currentThread().getName());
    if (record.getThrown() != null) {
      line.put("error", record.getThrown().getClass().getName());
      line.put("stack", stack(record.getThrown()));
    }
    return write(line);
  }

  private static String write(ObjectNode line) {
    try {
      return JSON.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String stack(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    String whole = Redaction.of(text.toString());
    return whole.length() <= LONGEST_STACK ? whole : whole.substring(0, LONGEST_STACK);
  }
}
