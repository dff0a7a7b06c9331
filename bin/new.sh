# Sourced by ./convene: makes a project from the archetype.
# shellcheck shell=bash
# shellcheck disable=SC2154 # here is the checkout

archetypes=org.apache.maven.plugins:maven-archetype-plugin:3.4.1

# Prints the value of option $1, KEY=VALUE, if it is one of the words that follow.
one_of() {
    local option=$1 word
    shift
    for word in "$@"; do
        if [ "${option#*=}" = "$word" ]; then
            printf '%s' "$word"
            return
        fi
    done
    die "$option: it is one of $*"
}

# In a folder of its own, for in one with a pom.xml the plugin would change that.
generate() (
    cd "$1" || return
    shift
    mvn -B -ntp -q "$archetypes:generate" -DarchetypeCatalog=internal -DarchetypeGroupId=dev.convene \
        -DarchetypeArtifactId=convene-archetype -Dversion=0.1.0-SNAPSHOT "$@"
)

new_project() {
    local name=${1:-} option database=h2 provider=embedded migrations=yes package version folder
    [[ $name =~ ^[a-z][a-z0-9-]*$ ]] || die "Name the project, in small letters, digits and hyphens: ./convene new visits"
    package=com.example.${name//-/}
    shift
    for option; do
        case $option in
            --database=*) database=$(one_of "$option" h2 postgresql mysql) ;;
            --provider=*) provider=$(one_of "$option" embedded livekit vonage twilio) ;;
            --no-migrations) migrations=no ;;
            --package=*)
                package=${option#*=}
                [[ $package =~ ^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$ ]] || die "$option: a package is like com.example.visits"
                ;;
            *) die "$option is no option of new: ./convene help" ;;
        esac
    done
    [ ! -e "$name" ] || die "There is something named $name here. Take another name, or another folder."
    find_jdk
    need_maven
    say "Installing Convene in your local Maven repository, where the project finds it…"
    quietly "Convene could not be installed, for the reason above." \
        mvn -B -ntp -q -f "$here/pom.xml" -pl archetype -am install -Dmaven.test.skip=true
    version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$here/pom.xml")
    folder=$(mktemp -d)
    quietly "The project could not be made, for the reason above." \
        generate "$folder" -DarchetypeVersion="$version" -DgroupId="$package" -DartifactId="$name" -Dpackage="$package" \
        -Ddatabase="$database" -Dprovider="$provider" -Dmigrations="$migrations"
    mv "$folder/$name" "$name"
    rmdir "$folder"
    say "Your project is in $name: see $name/README.md. Its test: cd $name && mvn test"
}
