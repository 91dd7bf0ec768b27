"""Fits scikit-learn's HistGradientBoostingClassifier to the training rows of a table, and prints what it makes of the test rows.

Reads JSON from standard input: training and test, each with rows (null is missing) and labels; options by scikit-learn's names.
Prints JSON: its version and, for each test row, the log odds of class 1.
"""

import json
import sys

import numpy
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier

given = json.load(sys.stdin)


def rows(part):
    return numpy.array(given[part]["rows"], dtype=numpy.float32)


model = HistGradientBoostingClassifier(early_stopping=False, random_state=0, **given["options"])
model.fit(rows("training"), given["training"]["labels"])
json.dump({"version": sklearn.__version__, "logits": model.decision_function(rows("test")).tolist()}, sys.stdout)
