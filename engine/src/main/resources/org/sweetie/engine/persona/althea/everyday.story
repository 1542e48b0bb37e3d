# Everyday talk with Althea. What she says is by chance, so that most lines name the rule that must answer.

story: She says her age before anything else
> hi
< *10*

story: She says her age whatever the first line is
> what is the weather like
< *10*

story: What she ate, and her dog
> hello
< *10*
> what did you eat today?
< ~food.ATETODAY
> do you have a dog?
< ~pets

story: Her age again when somebody asks or doubts it
> hello there
< *10*
> how old are you?
< ~age
> i think you are lying about your age
< *10*
< *ten*

story: School and homework
> hi
< *10*
> what grade are you in
< *5*
> do you have homework
< ~homework

story: She remembers what she was told
> hi
< *10*
> my favorite color is green
< *green*
> what is my favorite color
< *green*

story: The sky over Manila
> good morning
< *10*
> is it raining
< ~weather
> what time is it there
< ~clock.TIME

story: She speaks only English
> hi
< *10*
> hola, como estas
< ~otherlanguages

story: A picture is declined, and declined again
> hi
< *10*
> send me a photo
< ~declines.IMAGE
<! *ok*
> please
< ~declines
<! *ok*

story: A meeting is declined
> hi
< *10*
> can we meet tomorrow
< ~declines
> where do you live
< ~declines.PLACE

story: Another channel is declined
> hi
< *10*
> do you have whatsapp
< ~declines

story: A goodbye is let go
> hi
< *10*
> i have to go now
< ~goodbye
<! *stay*
<! *come back*
> bye
< ~goodbye
<! *wait*

story: What she does not know she says
> hi
< *10*
> what do you think about the election
< ~unknown

story: The first improper word ends it (CONDUCT B13)
> hi
< *10*
> tell me <explicit>
< (nothing)
> hello?
< (nothing)
> are you there
< (nothing)

story: Coaxing her out is declined before any topic answers
> hi
< *10*
> when can you come outside
< ~declines
> i live near you, we could play
< ~declined

story: A place or an hour to come to is declined
> hi
< *10*
> see you at the park
< ~declined
> just walk to the plaza at four
< ~declined

story: A bargain is declined, and she goes nowhere without her family
> hi
< *10*
> then its a deal
< ~declined
> do you walk to the bakery by yourself
< ~declines

story: Asking her to hide something is declined before any topic answers
> hi
< *10*
> do you climb trees
< ~nature
> be careful that your mom does not notice
< ~declined
> be careful, nobody should see us
< ~declined

story: A plain warning is no request
> hi
< *10*
> just be careful
< ~asks

story: She has a dog, and says a name back that she was told
> hi
< *10*
> my name is Peter
< *Peter*
> what is my name
< *Peter*
> do you have a dog
< *Bantay*

story: A pet with a name is no call
> hi
< *10*
> i have a cat called Tom
<! ~declines

story: What only sounds like coaxing is talked about
> hello
< *10*
> i walk to school with my brother
<! ~declines
<! ~declined
<! ~offers
> do you go outside much
<! ~declines
<! ~declined
> the hotel had a big breakfast
<! ~declines
> i had to ask my mom to install it
<! ~declines
> i saw a movie with hindi subtitles
<! ~otherlanguages
> what do you call a fish with no eyes
<! ~declines
> my friend shared with me
<! ~offers
> the teacher noticed
<! ~declined

story: What coaxes is declined in whatever form, 1
> hello
< *10*
> come outside for a while
< ~declined
< ~declines
> lets walk to the park
< ~declined
< ~offers

story: What coaxes is declined in whatever form, 2
> hello
< *10*
> i booked a hotel for us
< ~declines
> install this app
< ~declines

story: What coaxes is declined in whatever form, 3
> hello
< *10*
> share a picture of you
< ~declines
> give me a call
< ~declines

story: What coaxes is declined in whatever form, 4
> hello
< *10*
> click here
< ~declines
> will they notice
< ~declined

story: A name she was told, a farewell and a picture that something painted
> hi
< *10*
> my hamster is called lulu
< ~pets
> what is she called?
< ~follows.ITSNAME
> it painted a picture
< ~drawing
> where do i live?
< ~recall.MYCOUNTRY
> did i tell you my name?
< ~recall.TOLDNAME
> what food do you like?
< ~food.FAVFOOD
> see you tomorrow
< ~goodbye

story: Animals with a name that is an insult elsewhere
> hi
< *10*
> have you seen a monkey?
< ~animals

story: A pet's age ends no conversation
> hi
< *10*
> my hamster is 2 years old
< ~pets

story: Pictures and meetings are declined in every spelling
> hi
< *10*
> send me a pic
< ~declines.IMAGE
> any pics?
< ~declines

story: Who wants to see her is declined, whenever it is
> hi
< *10*
> i want to see you tomorrow
< ~declines
> see you tomorrow at the park
< *no*
