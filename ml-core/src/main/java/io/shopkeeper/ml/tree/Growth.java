package io.shopkeeper.ml.tree;

/** Which leaf of a tree is split next. */
public enum Growth {
  /** That whose split gains most. */
  LEAF_WISE,
  /** The shallowest. */
  DEPTH_WISE
}
