#!/usr/bin/env bash
# Builds the project src/it/good with several Mavens and JDKs, twice each: the second time nothing may be written or compiled.
#
#   mvn verify -pl codegen-maven-plugin -am            (first: it puts the plugin into target/it-repo)
#   JDKS="/opt/jdk-17 /opt/jdk-25" codegen-maven-plugin/src/matrix/run.sh
#
# MAVENS are versions on Maven Central; JDKS are JDK homes, by default the one in JAVA_HOME.
set -euo pipefail
cd "$(dirname "$0")/../.."

MAVENS=${MAVENS:-"3.8.7 3.9.11 3.10.0 4.0.0-rc-5"}
JDKS=${JDKS:-${JAVA_HOME:?set JDKS or JAVA_HOME}}
work=$PWD/target/matrix
user_repository=${USER_REPOSITORY:-$HOME/.m2/repository}

[ -d target/it-repo ] || { echo "target/it-repo is missing: run mvn verify of this module first" >&2; exit 2; }
value() { sed -n "s|.*<$1>\(.*\)</$1>.*|\1|p" "$2" | head -1; }
version=$(value version pom.xml)
junit=$(value junit.version ../pom.xml)
mkdir -p "$work"
sed "s|@localRepositoryUrl@|file://$user_repository|g" src/it/settings.xml > "$work/settings.xml"

distribution() { # prints the home of a Maven, which is fetched if it is not here
  local home=$work/apache-maven-$1
  if [ ! -d "$home" ]; then
    mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact="org.apache.maven:apache-maven:$1:zip:bin" -DoutputDirectory="$work" >&2
    (cd "$work" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "apache-maven-$1-bin.zip" && chmod +x "$home/bin/mvn")
  fi
  echo "$home"
}

failed=0
for maven in $MAVENS; do
  home=$(distribution "$maven")
  for jdk in $JDKS; do
    project=$work/project-$maven-$(basename "$jdk")
    rm -rf "$project" && cp -r src/it/good "$project"
    sed -i "s/@project.version@/$version/; s/@junit.version@/$junit/" "$project/pom.xml"
    log=$project/matrix.log
    mvn="$home/bin/mvn -B -ntp -s $work/settings.xml -Dmaven.repo.local=$PWD/target/it-repo -f $project/pom.xml"
    if JAVA_HOME=$jdk $mvn test > "$log" 2>&1 && JAVA_HOME=$jdk $mvn process-classes > "$log.second" 2>&1 &&
      grep -q " 0 written, [1-9][0-9]* up to date, 0 removed" "$log.second" && grep -q "Nothing to compile" "$log.second"; then
      echo "ok      Maven $maven  JDK $(basename "$jdk")"
    else
      echo "FAILED  Maven $maven  JDK $(basename "$jdk"): $log"
      failed=1
    fi
  done
done
exit $failed
