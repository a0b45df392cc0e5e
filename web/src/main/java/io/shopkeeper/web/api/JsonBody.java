package io.shopkeeper.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and writes JSON bodies; what cannot be read becomes an error that points at the place. */
@Provider
@Priority(Priorities.USER - 4000)
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return !InputStream.class.isAssignableFrom(type) && type != String.class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      Object value =
          Json.mapper().readValue(body, Json.mapper().getTypeFactory().constructType(generic));
      if (value == null) {
        throw InvalidInputException.of("", "the body is missing");
      }
      return value;
    } catch (UnrecognizedPropertyException unknown) {
      throw InvalidInputException.of(pointer(unknown), "is not a known field");
    } catch (StreamConstraintsException tooMuch) {
      throw InvalidInputException.of("", "the body is too deep or holds too long a value");
    } catch (JsonMappingException mismatch) {
      throw InvalidInputException.of(pointer(mismatch), reason(mismatch));
    } catch (JsonProcessingException malformed) {
      var place = malformed.getLocation();
      throw InvalidInputException.of(
          "",
          place == null
              ? "the body is not JSON"
              : "the body is not JSON: line %d, column %d"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return !InputStream.class.isAssignableFrom(type) && type != String.class;
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    if (value instanceof WrittenJson written) {
      body.write(written.utf8());
    } else {
      Json.mapper().writeValue(body, value);
    }
  }

  private static String pointer(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  /**
   * Reads one of several objects of a body.
   *
   * @param pointer where it is
   * @param what it must be, such as "an event object"
   * @throws InvalidInputException that points at what is wrong
   */
  static <T> T read(JsonNode node, String pointer, Class<T> type, String what) {
    if (!node.isObject()) {
      throw InvalidInputException.of(pointer, "must be " + what);
    }
    try {
      return Json.mapper().treeToValue(node, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw InvalidInputException.of(
          pointer + "/" + unknown.getPropertyName(), "is not a known field");
    } catch (JsonMappingException mismatch) {
      String field =
          mismatch.getPath().isEmpty() ? "" : mismatch.getPath().getLast().getFieldName();
      throw new InvalidInputException(
          List.of(new FieldError(pointer + "/" + field, reason(mismatch))));
    } catch (JsonProcessingException unreadable) {
      throw InvalidInputException.of(pointer, "cannot be read");
    }
  }

  static String reason(JsonMappingException mismatch) {
    Throwable cause = mismatch.getCause();
    if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
      return refused.getMessage();
    }
    // The library's own text names classes: say what the field wants instead.
    String text = mismatch.getOriginalMessage();
    if (text.contains("Instant")) {
      return "must be a time such as 2026-11-24T10:00:00Z";
    }
    if (text.contains("Enum")) {
      return "is none of the allowed words";
    }
    return text.contains("Unexpected end-of-input")
        ? "the body ends too early"
        : "has the wrong type";
  }
}
