#!/bin/sh
# Makes the models again from a seed: composes the corpus, trains, and puts the three files where they are served from.
# usage: models/train.sh [SEED [CONVERSATIONS]], from the root of the project. Needs no network once Maven has its plugins.
set -eu
seed=${1:-1}
conversations=${2:-8000}
work=models/target/training
mkdir -p "$work"
mvn -q -pl models,training-data -am -DskipTests compile
mvn -q -pl models -am test-compile dependency:build-classpath -Dmdep.outputFile="$PWD/$work/classpath" -Dmdep.includeScope=compile >/dev/null
classes=models/target/classes:training-data/target/classes:engine/target/classes
# One thread for the linear algebra: sums in another order are other numbers.
export OMP_NUM_THREADS=1
java -cp "$classes:$(cat "$work/classpath")" org.sweetie.training.compose.WriteCorpus "$work/corpus" "$seed" "$conversations"
java -Xmx3g -cp "$classes:$(cat "$work/classpath")" org.sweetie.models.train.TrainAll "$work/corpus" "$seed" \
  models/src/main/resources/org/sweetie/models/classify
