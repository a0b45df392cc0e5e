package io.shopkeeper.prediction.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopOrigin;
import io.shopkeeper.prediction.boundary.ShopTable;
import java.time.LocalDate;
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

  public static String write(ShopOrigin origin) {
    ShopTable table = origin.table();
    return JSON.createObjectNode()
        .put("goal", table.goal().code())
        .put("days", table.days())
        .put("periods", table.periods())
        .put("until", table.until().toString())
        .put("jobId", origin.jobId())
        .toString();
  }

  public static ShopOrigin origin(String text) {
    try {
      JsonNode kept = JSON.readTree(text);
      var table =
          new ShopTable(
              ShopGoal.of(kept.path("goal").asText()).orElseThrow(),
              kept.path("days").asInt(),
              kept.path("periods").asInt(),
              LocalDate.parse(kept.path("until").asText()));
      return new ShopOrigin(table, kept.path("jobId").asLong());
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(damaged);
    }
  }
}
