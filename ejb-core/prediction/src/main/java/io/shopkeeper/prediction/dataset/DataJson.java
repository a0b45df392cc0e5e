package io.shopkeeper.prediction.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import java.util.List;

/** Columns and roles as they are kept. */
public final class DataJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DataJson() {}

  public static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static DataRoles roles(String text) {
    try {
      return JSON.readValue(text, DataRoles.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  public static List<DataColumn> columns(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<DataColumn>>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(damaged);
    }
  }
}
