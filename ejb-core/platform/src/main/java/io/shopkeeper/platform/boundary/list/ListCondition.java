package io.shopkeeper.platform.boundary.list;

import java.util.List;

/** A part of a statement with its values. */
record ListCondition(String sql, List<Object> values) {}
