# The probe application for any PSGI server: hello, the fixed probes, programs, and a report of everything else.
#
# Perl 5.14 or later, core modules only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told there,
# and gates wait for an answer from there; where PROBE_LEDGER=folder is, it is written there, and a file opens a gate.
package Probe;
use strict;
use warnings;
use JSON::PP ();
use Time::HiRes ();
use Time::Local ();

my $JSON    = JSON::PP->new->canonical->latin1;
my $WITNESS = $ENV{PROBE_WITNESS} // '';
my $LEDGER  = $WITNESS eq '' ? $ENV{PROBE_LEDGER} // '' : '';
my $FIXED   = join '', map { "line $_ of a page that stays as it is\n" } 1 .. 20;
my ($TAG, $DATE) = ('"conform-1"', 'Tue, 01 Jul 2025 12:00:00 GMT');
my @VALIDATORS = (ETag => $TAG, 'Last-Modified' => $DATE);
my @MONTHS     = qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec);
my %KNOWN      = map { $_ => 1 } qw(GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH);
my @CAPS       = qw(told iterable-close lazy-body input-end env-dict cgi-vars request-version path-as-sent duplicate-headers);

sub answer {
    my ($status, $kind, $content, @fields) = @_;
    return [$status, ['Content-Type' => $kind, 'Content-Length' => length $content, @fields], [$content]];
}

sub as_json { return answer(200, 'application/json', $JSON->encode($_[0])) }

# What a probe that needs no program answers.
sub fixed {
    my ($name, $env) = @_;
    if ($name eq 'meta') {
        my %facts = (contract => 'psgi', lang => 'perl', caps => \@CAPS, pid => $$, version => $env->{'psgi.version'});
        return as_json({ %facts, 'environ-exact' => ref $env eq 'HASH' ? JSON::PP::true() : JSON::PP::false() });
    }
    return as_json(report($env)) if $name eq 'report';
    if ($name eq 'content') {
        my $kind = $env->{CONTENT_TYPE} // '';
        return answer(200, length $kind ? $kind : 'application/octet-stream', content_of($env));
    }
    my $is_quiet = ($env->{REQUEST_METHOD} // '') eq 'HEAD' && ($env->{QUERY_STRING} // '') =~ /^quiet/;
    return [200, ['Content-Type' => 'text/plain'], Probe::Blocks->new($is_quiet ? () : ("one\n", "two\n", "three\n"))] if $name eq 'stream';
    return answer(404, 'text/plain', "no such probe\n") if $name ne 'hello' && $name ne 'static';
    return page($name, $env);
}

sub page {
    my ($name, $env) = @_;
    my $method = $env->{REQUEST_METHOD} // '';
    return length $method ? answer(501, 'text/plain', "no such method\n") : answer(200, 'text/plain', "called without a method\n") if !$KNOWN{$method};
    return answer(405, 'text/plain', "only GET and HEAD\n", Allow => 'GET, HEAD') if $method ne 'GET' && $method ne 'HEAD';
    return answer(200, 'text/html', '<h1>Hello, web!</h1>') if $name eq 'hello';
    my $status = conditions($env);
    return answer(412, 'text/plain', "no longer so\n") if $status == 412;
    return $status == 304 ? [304, [@VALIDATORS], []] : answer(200, 'text/plain', $FIXED, @VALIDATORS);
}

# All of the request's content: a server of PSGI says how long it is, or where it ends.
sub content_of {
    my ($env) = @_;
    my $length = $env->{CONTENT_LENGTH} // '';
    die "the server passed on a Content-Length that is no number: $length\n" if $length !~ /\A[0-9]*\z/;
    return '' if !$env->{'psgi.input'} || $length eq '' && !$env->{'psgix.input.buffered'} && !$env->{HTTP_TRANSFER_ENCODING};
    return pieces($env->{'psgi.input'}, $length eq '' ? undef : $length);
}

sub pieces {
    my ($input, $left) = @_;
    my $all = '';
    while (!defined $left || $left > 0) {
        my $count = $input->read(my $piece, defined $left && $left < 65536 ? $left : 65536);
        die "the content cannot be read: $!\n" if !defined $count;
        last if !$count;
        $all .= $piece;
        $left -= $count if defined $left;
    }
    return $all;
}

# The status that the conditions of a GET or HEAD lead to, in the order of RFC 9110 section 13.2.2.
sub conditions {
    my ($env) = @_;
    my ($match, $none_match) = @{$env}{qw(HTTP_IF_MATCH HTTP_IF_NONE_MATCH)};
    my ($since, $unmodified, $now) = map { moment($_ // '') } @{$env}{qw(HTTP_IF_MODIFIED_SINCE HTTP_IF_UNMODIFIED_SINCE)}, $DATE;
    return 412 if defined $match ? !named($match, '*', $TAG) : defined $unmodified && $unmodified < $now;
    return named($none_match, '*', $TAG, "W/$TAG") ? 304 : 200 if defined $none_match;
    return defined $since && $since >= $now ? 304 : 200;
}

sub named {
    my ($tags, @ours) = @_;
    my %ours = map { $_ => 1 } @ours;
    return scalar grep { $ours{$_} } $tags =~ m{(?:W/)?"[^"]*"|\*}g;
}

# The time that a date names in any of its three forms; nothing where it is none, as a list of dates is.
sub moment {
    my ($text) = @_;
    my $clock = qr/(\d\d):(\d\d):(\d\d)/;
    my ($day, $month, $year, @clock) =
          $text =~ /\A\w{3}, (\d\d) (\w{3}) (\d{4}) $clock GMT\z/   ? ($1, $2, $3, $4, $5, $6)
        : $text =~ /\A\w{6,9}, (\d\d)-(\w{3})-(\d\d) $clock GMT\z/  ? ($1, $2, $3 + ($3 < 69 ? 2000 : 1900), $4, $5, $6)
        : $text =~ /\A\w{3} (\w{3}) ([\d ]\d) $clock (\d{4})\z/     ? ($2, $1, $6, $3, $4, $5)
        :                                                             return undef;
    my ($number) = grep { $MONTHS[$_] eq $month } 0 .. 11;
    return defined $number ? eval { Time::Local::timegm(reverse(@clock), $day, $number, $year) } : undef;
}

# The environment of this call and the content, so that the harness can say what the server understood.
sub report {
    my ($env) = @_;
    my $received = content_of($env);
    my %told = map { $_ => told($env->{$_}) } grep { !defined $ENV{$_} || !defined $env->{$_} || $ENV{$_} ne $env->{$_} } keys %$env;
    return { content => { hex => unpack('H*', $received), length => length $received }, env => \%told };
}

sub told {
    my ($value) = @_;
    return { t => 'other', v => '' } if !defined $value;
    return { t => 'callable', v => '' } if ref $value eq 'CODE';
    return { t => 'tuple', v => unpack 'H*', "@$value" } if ref $value eq 'ARRAY';
    return { t => ref $value || ref \$value eq 'GLOB' ? 'stream' : 'other', v => '' } if ref $value || ref \$value eq 'GLOB';
    return { t => 'string', v => unpack 'H*', $value } if $value !~ /[^\x00-\xFF]/;
    return { t => 'string', v => { cp => [map { ord } split //, $value] } };
}

# Blocks that are asked for one by one.
package Probe::Blocks;
sub new { my ($class, @blocks) = @_; return bless [@blocks], $class }
sub getline { my ($self) = @_; return shift @$self }
sub close { return 1 }

# A connection a call, or lines of a file; what is told after its end, such as a second close, begins another.
package Probe::Witness;
use IO::File ();
use IO::Socket::IP ();

sub new { my ($class, $ident) = @_; return bless { ident => $ident, count => 0, record => '' }, $class }

# What a program may hand out of what it was told.
sub keep {
    my ($self, $event, %more) = @_;
    return if $event =~ /\A(?:hello|gate|gate-lost|next|close|end)\z/;
    my $text = !defined $more{d} ? undef : $event eq 'tell' ? $more{d} : pack 'H*', $more{d};
    my @parts = ($event, $event eq 'read' ? undef : $more{r}, $event eq 'environ' ? $more{kind} : undef, $text);
    $self->{record} .= join(' ', grep { defined } @parts) . "\n";
    return;
}

sub tell {
    my ($self, $event, %more) = @_;
    $self->keep($event, %more);
    return 0 if $WITNESS . $LEDGER eq '' || $self->{ident} eq '';
    local $SIG{PIPE} = 'IGNORE';
    my ($host, $port) = $WITNESS =~ /\A\[?(.*?)\]?:([0-9]+)\z/;
    $self->{channel} //= length $LEDGER ? IO::File->new("$LEDGER/$self->{ident}.jsonl", 'a')
        : IO::Socket::IP->new(PeerHost => $host, PeerPort => $port, Timeout => 10);
    return 0 if !$self->{channel};
    my $line = $JSON->encode({ v => 1, id => $self->{ident}, call => 0 + $self, n => ++$self->{count}, pid => $$, ev => $event, %more }) . "\n";
    return 1 if (syswrite($self->{channel}, $line) // 0) == length $line;
    delete $self->{channel};
    return 0;
}

# Ten seconds at most: for an answer, or for a file that is made, and taken away by who goes on.
sub hold {
    my ($self, $label) = @_;
    return if !$self->tell('gate', gate => $label);
    my $file = join '.', "$LEDGER/$self->{ident}", $$, 0 + $self, $self->{count}, 'go';
    for (1 .. (length $LEDGER ? 500 : 0)) {
        return if unlink $file;
        Time::HiRes::sleep(0.02);
    }
    return $self->tell('gate-lost', d => $label) if length $LEDGER;
    vec(my $waiting = '', fileno $self->{channel}, 1) = 1;
    return if select($waiting, undef, undef, 10) > 0 && sysread $self->{channel}, my $go, 3;
    $self->end;
}

# The connection says so by its end, a file by a line.
sub end {
    my ($self) = @_;
    $self->tell('end') if length $LEDGER && $self->{channel};
    delete $self->{channel};
    return;
}

# One program within one call of the application, and the blocks that it hands out.
package Probe::Run;

my %STEPS = (
    st  => sub { my ($run, $text) = @_; $run->{status} = 0 + substr pack('H*', $text), 0, 3 },
    h   => sub { my ($run, $name, $value, $n) = @_; push @{ $run->{fields} }, pack('H*', $name), pack('H*', $value) x ($n // 1) },
    ct  => sub { my ($run) = @_; push @{ $run->{fields} }, 'Content-Type' => 'text/plain' },
    cl  => sub { my ($run, $length) = @_; push @{ $run->{fields} }, 'Content-Length' => $length },
    rep => sub { my ($run, $times, $pause) = @_; @{$run}{qw(times pause)} = ($times, $pause / 1000) },
    rd  => sub { my ($run, @operations) = @_; $run->read_content(join '', @operations) },
    e   => sub { my ($run, $what, @pair) = @_; $run->look($what, map { pack 'H*', $_ } @pair) },
    g   => sub { my ($run, $label) = @_; $run->{witness}->hold($label) },
    t   => sub { my ($run, $label) = @_; $run->{witness}->tell('tell', d => $label) },
    x   => sub { my ($run, @how) = @_; die "Marker: @how\n" },
    sr  => sub { },
    ret => sub { my ($run, $kind) = @_; $run->{kind} = $kind },
);

sub new {
    my ($class, $text, $env, $ident) = @_;
    my @phases = map { [map { [split /\./, $_, -1] } grep { length } split /_/, $_] } split /~/, $text, -1;
    my $run = bless {
        phases => \@phases, env => $env, witness => Probe::Witness->new($ident), kind => 'gen', status => 200, fields => [], times => 1, told => 0,
    }, $class;
    $run->{witness}->tell('hello');
    return $run;
}

sub begin {
    my ($run) = @_;
    my $answer = eval {
        $run->step(@$_) for @{ $run->{phases}[0] };
        my $body = $run;
        if ($run->{kind} =~ /\A(?:list|tuple)\z/) {
            $body = [];
            while (defined(my $block = $run->getline)) { push @$body, $block }
            $run->{witness}->end;
        }
        [@{$run}{qw(status fields)}, $body];
    };
    return $answer if $answer;
    my $error = $@;
    $run->{witness}->end;
    die $error;
}

sub step {
    my ($run, $verb, @operands) = @_;
    return ($STEPS{$verb} || die "PSGI has nothing for $verb\n")->($run, @operands);
}

sub getline {
    my ($run) = @_;
    my $body = $run->{phases}[1] || [];
    while (@$body) {
        my ($verb, $operand) = @{ $body->[0] };
        if ($verb !~ /\Ay[zt]?\z/) { $run->step(@{ shift @$body }); next }
        Time::HiRes::sleep($run->{pause}) if $run->{told}++;
        my $block = $verb eq 'y' ? pack 'H*', $operand // '' : $verb eq 'yz' ? 'x' x $operand : $run->{witness}{record};
        $run->{witness}->tell('next', d => length $block <= 64 ? unpack('H*', $block) : length($block) . ' octets');
        if (--$run->{times} < 1) { @{$run}{qw(times told pause)} = (1, 0, 0); shift @$body }
        return $block;
    }
    $run->{witness}->tell('next', d => 'end');
    return undef;    ## no critic: a list would take it for nothing at all
}

sub close {
    my ($run) = @_;
    $run->{witness}->tell('close');
    my $well = eval { $run->step(@$_) for @{ $run->{phases}[2] || [] }; 1 };
    my $error = $@;
    $run->{witness}->end;
    die $error if !$well;
    return 1;
}

sub look {
    my ($run, $what, $name, $value) = @_;
    return $run->{env}{$name} = $value if $what eq 'set';
    return delete $run->{env}{$name} if $what eq 'del';
    my $shown = exists $run->{env}{$name} ? Probe::told($run->{env}{$name}) : { t => 'none' };
    return $run->{witness}->tell('environ', r => $name, kind => $shown->{t}, defined $shown->{v} ? (d => $shown->{v}) : ());
}

sub read_content {
    my ($run, $operations) = @_;
    while ($operations =~ /r(-?[0-9]*)/g) {
        my $got = Probe::pieces($run->{env}{'psgi.input'}, $1 eq '' || $1 < 0 ? undef : $1);
        $run->{witness}->tell('read', r => 'returned', d => unpack 'H*', $got);
    }
    return;
}

package Probe;

# Chosen by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel.
sub {
    my ($env) = @_;
    my $path = $env->{PATH_INFO} // '';
    my $method = $env->{REQUEST_METHOD} // '';
    my $name = $env->{HTTP_PROBE_CASE} // '';
    my %pairs = map { /\A([^=]*)=(.*)\z/s ? ($1 => $2) : () } split /&/, $env->{QUERY_STRING} // '';
    # A server that tells no path, or takes its slash away, has programs run all the same, or nothing could be said of it.
    my $untold = $path ne '' ? 'report' : exists $pairs{p} ? 'run' : 'hello';
    $name = $path =~ m{\A/?probe/(.*)\z}s ? $1 : $path eq '/' ? 'hello' : $untold if $name eq '';
    return fixed($method eq 'CONNECT' ? 'hello' : $name, $env) if $name ne 'run' || $method eq 'CONNECT';
    # The id may become the name of a file.
    return answer(400, 'text/plain', "an id has letters, digits and dashes only, 64 at most\n") if ($pairs{id} // '') !~ /\A[A-Za-z0-9-]{0,64}\z/;
    return Probe::Run->new($pairs{p} // '', $env, $pairs{id} // '')->begin;
};
